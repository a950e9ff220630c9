package org.tocsin.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.tocsin.problem.Problem;
import org.tocsin.web.Cursor;
import org.tocsin.web.paging.PartSize;

/**
 * Which clients are asked for.
 *
 * @param organisation   null for all
 * @param expiringWithin those whose certificate ends within that time or has ended; null for all
 * @param after          the last id of the part before; empty for the first
 */
public record ClientQuery(String organisation, Duration expiringWithin, String after, int limit) {

    private static final Duration LONGEST = Duration.ofDays(36_500);

    /** @throws Problem 400 when one of them cannot be used */
    public static ClientQuery of(String organisation, String expiringWithin, String after, int limit) {
        if (hasControls(organisation)) {
            throw new Problem(400, "bad-text", "Unusable text", "organisation holds no control characters.");
        }
        return new ClientQuery(organisation, duration(expiringWithin), after == null ? "" : place(after), PartSize.of(limit));
    }

    String next(String last) {
        StringBuilder next = new StringBuilder("/api/v1/clients?limit=").append(limit);
        append(next, "organisation", organisation);
        append(next, "expiringWithin", expiringWithin);
        append(next, "after", Cursor.write(last));
        return next.toString();
    }

    private static String place(String after) {
        return Cursor.read(after, parts -> parts[0], Cursor::write).orElseThrow(() -> new Problem(400, "bad-page", "Unusable place",
                "after is not a place that this service gave. Begin again without it, then follow next."));
    }

    private static void append(StringBuilder next, String name, Object value) {
        if (value != null) {
            next.append('&').append(name).append('=').append(URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
        }
    }

    private static Duration duration(String written) {
        if (written == null) {
            return null;
        }
        try {
            Duration duration = Duration.parse(written);
            if (!duration.isNegative() && duration.compareTo(LONGEST) <= 0) {
                return duration;
            }
        } catch (DateTimeParseException notADuration) {
            // answered below, together with those that are out of range
        }
        throw new Problem(400, "bad-duration", "Unusable duration",
                "expiringWithin is a duration of days or less, as ISO 8601 writes it: P30D, PT12H; at most P36500D.");
    }

    private static boolean hasControls(String text) {
        return text != null && text.chars().anyMatch(Character::isISOControl);
    }
}
