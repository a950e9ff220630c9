package org.tocsin.party;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Refuses a token that does not say whether a person or a client is calling, wherever it is shown. */
@ApplicationScoped
class KnownSubjects implements SecurityIdentityAugmentor {

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext request) {
        return identity.getPrincipal() instanceof JsonWebToken token && TokenSubject.of(token).isEmpty()
                ? Uni.createFrom().failure(new AuthenticationFailedException("The token says neither which person nor which client it is for"))
                : Uni.createFrom().item(identity);
    }
}
