package org.tocsin.party;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/** Reads the token of the Authorization header (RFC 6750 section 2.1). */
public final class BearerToken {

    private static final String SCHEME = "Bearer ";

    private BearerToken() {
    }

    /** @return nothing where there is no such header, and for another scheme; an empty text for a scheme without a token */
    public static Optional<String> of(HttpServerRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.regionMatches(true, 0, SCHEME.strip(), 0, SCHEME.length() - 1)
                && (authorization.length() == SCHEME.length() - 1 || authorization.charAt(SCHEME.length() - 1) == ' ')
                        ? Optional.of(authorization.substring(SCHEME.length() - 1).strip()) : Optional.empty();
    }
}
