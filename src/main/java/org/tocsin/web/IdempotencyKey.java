package org.tocsin.web;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tocsin.problem.Problem;

/** What a sender tells a repeat by. */
public final class IdempotencyKey {

    public static final String HEADER = "Idempotency-Key";

    private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private IdempotencyKey() {
    }

    /**
     * As it was sent: the framework takes an empty header for none, and the sender would believe in a key that we ignore.
     *
     * @throws Problem 400 when it cannot be a key
     */
    public static Optional<String> of(HttpHeaders headers) {
        List<String> sent = headers.getRequestHeader(HEADER);
        return sent == null || sent.isEmpty() ? Optional.empty() : Optional.of(usable(String.join(",", sent)));
    }

    /** @throws Problem 400 when it cannot be a key */
    public static String usable(String value) {
        if (!PRINTABLE.matcher(value).matches()) {
            throw new Problem(400, "bad-idempotency-key", "Unusable Idempotency-Key",
                    "An Idempotency-Key has 1 to 200 printable ASCII characters without spaces; a UUID is a good one.");
        }
        return value;
    }
}
