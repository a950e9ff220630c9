package org.tocsin.party;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.tocsin.audit.Actor;

/**
 * Refuses, wherever it is shown, a token that does not say whether a person or a client is calling, and one of a person that lasts
 * longer than a change of the account may take to be felt: until a token ends nobody asks the identity provider about it.
 */
@ApplicationScoped
class KnownSubjects implements SecurityIdentityAugmentor {

    private final Duration longest;

    KnownSubjects(@ConfigProperty(name = "tocsin.people.token-lifespan", defaultValue = "60s") Duration longest) {
        this.longest = longest;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext request) {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? objection(TokenSubject.of(token), token.getIssuedAtTime(), token.getExpirationTime(), longest)
                        .map(why -> Uni.createFrom().<SecurityIdentity>failure(new AuthenticationFailedException(why)))
                        .orElseGet(() -> Uni.createFrom().item(identity))
                : Uni.createFrom().item(identity);
    }

    /**
     * @param issuedAt  in seconds since 1970; 0 when the token does not say
     * @param expiresAt the same
     */
    static Optional<String> objection(Optional<Actor> subject, long issuedAt, long expiresAt, Duration longest) {
        if (subject.isEmpty()) {
            return Optional.of("The token says neither which person nor which client it is for");
        }
        if (!subject.get().isClient() && (issuedAt <= 0 || expiresAt - issuedAt > longest.toSeconds())) {
            return Optional.of("The token of a person lasts longer than " + longest.toSeconds() + " seconds");
        }
        return Optional.empty();
    }
}
