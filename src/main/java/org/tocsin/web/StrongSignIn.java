package org.tocsin.web;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.tocsin.party.Role;
import org.tocsin.problem.Problem;

/**
 * Liaisons, auditors and administrators see no page without a second factor: whoever has their password alone would read all reports,
 * or let others in. What the identity provider says of the sign-in stands in the ID token: {@code amr} (RFC 8176), or
 * {@code acr} where an instance names the levels that it takes.
 */
class StrongSignIn {

    private static final Set<String> ROLES = Set.of(Role.LIAISON, Role.AUDITOR, Role.ADMIN);
    /** RFC 8176 section 2: what is no knowledge alone. */
    private static final Set<String> FACTORS = Set.of("otp", "hwk", "swk", "mfa", "sc", "pop");

    private final SecurityIdentity identity;
    private final Rule rule;

    StrongSignIn(SecurityIdentity identity, Rule rule) {
        this.identity = identity;
        this.rule = rule;
    }

    /** What this instance demands. A bean of its own, so that a test can demand more than the demo does. */
    @ApplicationScoped
    static class Rule {

        private final boolean required;
        private final List<String> levels;

        Rule(@ConfigProperty(name = "tocsin.strong-sign-in", defaultValue = "required") String demanded,
                @ConfigProperty(name = "tocsin.strong-sign-in.levels", defaultValue = "mfa,phr,phrh") List<String> levels) {
            if (!Set.of("required", "off").contains(demanded)) {
                throw new IllegalArgumentException("tocsin.strong-sign-in is required or off, not " + demanded);
            }
            this.required = demanded.equals("required");
            this.levels = levels;
        }

        boolean isRequired() {
            return required;
        }

        List<String> levels() {
            return levels;
        }
    }

    /** @throws Problem 403 when it was one factor */
    @ServerRequestFilter(priority = Priorities.AUTHORIZATION + 2)
    void demand(ResourceInfo page, UriInfo uri) {
        if (rule.isRequired() && !Paths.isForMachines(uri.getPath()) && !page.getResourceMethod().isAnnotationPresent(PermitAll.class)
                && identity.getRoles().stream().anyMatch(ROLES::contains)
                && identity.getPrincipal() instanceof JsonWebToken token
                && !isStrong(token.getClaim("acr"), methods(token.getClaim("amr")), rule.levels())) {
            throw new Problem(403, "weak-sign-in", "A second factor is needed",
                    "Your account may act for others, so a password alone does not open these pages.");
        }
    }

    /**
     * @param level   the claim acr; null when there is none
     * @param methods the claim amr
     * @param levels  those that count as strong
     */
    static boolean isStrong(String level, Collection<String> methods, Collection<String> levels) {
        return level != null && levels.contains(level) || methods.stream().anyMatch(FACTORS::contains);
    }

    private static List<String> methods(Object claim) {
        List<String> methods = new ArrayList<>();
        if (claim instanceof JsonArray array) {
            array.getValuesAs(JsonString.class).forEach(each -> methods.add(each.getString()));
        } else if (claim instanceof Collection<?> values) {
            values.forEach(each -> methods.add(String.valueOf(each)));
        }
        return methods;
    }
}
