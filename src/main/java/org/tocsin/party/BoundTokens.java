package org.tocsin.party;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * A token that is bound to a certificate is good on a connection with that certificate only, wherever it is shown; one that
 * is not bound is good for whoever has it. On /cert the framework demands that it is bound.
 */
@ApplicationScoped
class BoundTokens implements SecurityIdentityAugmentor {

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext request) {
        return Uni.createFrom().item(identity);
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext request, Map<String, Object> attributes) {
        RoutingContext connection = HttpSecurityUtils.getRoutingContextAttribute(attributes);
        if (identity.getPrincipal() instanceof JsonWebToken token && token.containsClaim("cnf")
                && (connection == null || !Binding.holds(Binding.claims(token.getRawToken()), connection))) {
            return Uni.createFrom().failure(new AuthenticationFailedException("The token is bound to another certificate"));
        }
        return Uni.createFrom().item(identity);
    }
}
