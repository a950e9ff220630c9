package org.tocsin.party;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.ext.web.RoutingContext;
import java.util.Base64;
import org.tocsin.json.Json;

/** Whether a token is for whoever has it, or for the holder of one certificate (RFC 8705 section 3). */
public final class Binding {

    private static final String CONFIRMATION = "cnf";
    private static final String CERTIFICATE = "x5t#S256";

    private Binding() {
    }

    /**
     * @param claims of a token that was verified
     * @return false for one that is bound and came over another connection; also when bound in a way that is not known here
     */
    public static boolean holds(JsonNode claims, RoutingContext connection) {
        return !claims.has(CONFIRMATION) || isTo(claims, connection);
    }

    /** Whether it is bound, and to the certificate of this connection. */
    public static boolean isTo(JsonNode claims, RoutingContext connection) {
        String thumbprint = claims.path(CONFIRMATION).path(CERTIFICATE).asText("");
        return ConnectionCertificate.of(connection).filter(own -> own.thumbprint().equals(thumbprint)).isPresent();
    }

    /** The header of a compact JWT; verifies nothing. Missing for what is none. */
    public static JsonNode header(String token) {
        return part(token, 0);
    }

    /** The claims of a compact JWT; verifies nothing. Missing for what is none. */
    public static JsonNode claims(String token) {
        return part(token, 1);
    }

    private static JsonNode part(String token, int number) {
        String[] parts = token.split("\\.", -1);
        try {
            return parts.length == 3 ? Json.tree(Base64.getUrlDecoder().decode(parts[number])) : Json.MAPPER.missingNode();
        } catch (RuntimeException | StackOverflowError notAToken) {
            // Whatever the parser stumbles over: a stranger's text is no token then, and no failure of ours.
            return Json.MAPPER.missingNode();
        }
    }
}
