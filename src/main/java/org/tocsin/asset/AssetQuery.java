package org.tocsin.asset;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.tocsin.problem.Problem;
import org.tocsin.web.paging.PartSize;

/**
 * Which part of an inventory is asked for.
 *
 * @param organisation whose; null for the caller's own
 * @param kind         null for all
 * @param text         null for all
 * @param after        the last ref of the part before; empty for the first
 */
record AssetQuery(String organisation, AssetKind kind, String text, String after, int limit) {

    /** @throws Problem 400 when one of them cannot be used */
    static AssetQuery of(String organisation, String kind, String text, String after, int limit) {
        if (hasControls(text) || hasControls(after)) {
            throw new Problem(400, "bad-text", "Unusable text", "q and after hold no control characters.");
        }
        return new AssetQuery(organisation, kind(kind), blankToNull(text), after == null ? "" : after, PartSize.of(limit));
    }

    /** Where the part after this one is. */
    String next(String lastRef) {
        StringBuilder next = new StringBuilder("/api/v1/assets?limit=").append(limit);
        append(next, "organisation", organisation);
        append(next, "kind", kind == null ? null : kind.word());
        append(next, "q", text);
        append(next, "after", lastRef);
        return next.toString();
    }

    private static void append(StringBuilder next, String name, String value) {
        if (value != null) {
            next.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    private static AssetKind kind(String word) {
        if (word == null || word.isBlank()) {
            return null;
        }
        return Arrays.stream(AssetKind.values()).filter(kind -> kind.word().equals(word)).findFirst()
                .orElseThrow(() -> new Problem(400, "bad-kind", "Unknown kind", "kind is one of "
                        + Arrays.stream(AssetKind.values()).map(AssetKind::word).collect(Collectors.joining(", ")) + "."));
    }

    private static boolean hasControls(String text) {
        return text != null && text.chars().anyMatch(Character::isISOControl);
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
