package org.tocsin.quarantine;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * What a token says of time (RFC 7519 section 4.1).
 *
 * @param issuedAt null when it does not say
 */
record TokenTimes(Instant issuedAt, Instant notBefore, Instant expiresAt) {

    static final String EXPIRED = "expired";
    static final String NOT_YET_VALID = "not-yet-valid";

    static TokenTimes of(JsonNode claims) {
        return new TokenTimes(instant(claims.path("iat")), instant(claims.path("nbf")), instant(claims.path("exp")));
    }

    /**
     * As authentication sees them, which does not mind when a token was issued.
     *
     * @return what is wrong with them by this clock, which may be the wrong one; empty when they are right, or there is no end
     */
    Optional<String> wrongAt(Instant now) {
        if (expiresAt == null) {
            return Optional.empty();
        }
        if (notBefore != null && notBefore.isAfter(now)) {
            return Optional.of(NOT_YET_VALID);
        }
        return expiresAt.isAfter(now) ? Optional.empty() : Optional.of(EXPIRED);
    }

    private static Instant instant(JsonNode seconds) {
        try {
            return seconds.isIntegralNumber() && seconds.canConvertToLong() ? Instant.ofEpochSecond(seconds.longValue()) : null;
        } catch (DateTimeException outOfRange) {
            return null;
        }
    }
}
