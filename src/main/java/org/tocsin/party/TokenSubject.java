package org.tocsin.party;

import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.tocsin.audit.Actor;

/**
 * Tells by the claims of a verified token who it speaks for. A person signs in, so that there is a session ({@code sid}). A
 * client that acts for itself has none, and the identity provider says its id ({@code client_id}): Keycloak does so where a token
 * was issued to a client's own credentials, and nowhere else. Names prove nothing: anybody may be called service-account-x.
 */
public final class TokenSubject {

    private TokenSubject() {
    }

    /** @return nothing when the token says neither or both: then it is good for nothing */
    public static Optional<Actor> of(JsonWebToken token) {
        return of(claim -> token.getClaim(claim) instanceof String text ? text : null);
    }

    /** @param claims gives a claim's text; null when there is none */
    public static Optional<Actor> of(Function<String, String> claims) {
        String session = claims.apply("sid");
        String client = claims.apply("client_id");
        if (session == null && client != null && client.equals(claims.apply("azp"))) {
            return Optional.of(Actor.client(client));
        }
        String issuer = claims.apply("iss");
        String subject = claims.apply("sub");
        if (session == null || client != null || issuer == null || subject == null) {
            return Optional.empty();
        }
        String name = claims.apply("preferred_username");
        return Optional.of(Actor.person(issuer, subject, name == null ? subject : name));
    }
}
