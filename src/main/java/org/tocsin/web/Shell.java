package org.tocsin.web;

import io.quarkus.arc.All;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.tocsin.party.Caller;
import org.tocsin.party.CurrentCaller;

/**
 * What stands around every page. It asks only who has signed in already, and never signs anyone in: a page for
 * everyone, such as an error, must come without.
 */
@Named("shell")
@RequestScoped
public class Shell {

    /** @param current whether we are there */
    public record MenuItem(String title, String path, boolean current) {
    }

    private final CurrentVertxRequest request;
    private final CurrentCaller caller;
    private final List<Desk> desks;
    private final String title;
    private final Optional<String> phone;

    Shell(CurrentVertxRequest request, CurrentCaller caller, @All List<Desk> desks,
            @ConfigProperty(name = "tocsin.instance.title") String title, @ConfigProperty(name = "tocsin.instance.phone") Optional<String> phone) {
        this.request = request;
        this.caller = caller;
        this.desks = desks;
        this.title = title;
        this.phone = phone;
    }

    /** Where somebody answers at any hour, as people write it; null when nobody said. */
    public String phone() {
        return phone.orElse(null);
    }

    /** The same as a browser dials it (RFC 3966 section 5.1.1 knows no spaces). */
    public String dial() {
        return "tel:" + phone.orElse("").replaceAll("[^+0-9]", "");
    }

    public String title() {
        return title;
    }

    /** The person's name as the identity provider has it; null when nobody has signed in. */
    public String person() {
        return token().map(token -> token.<String>claim("name").orElse(token.getName())).orElse(null);
    }

    public List<MenuItem> menu() {
        String path = request.getCurrent() == null ? "" : request.getCurrent().normalizedPath();
        return desks().stream()
                .map(desk -> new MenuItem(title(desk), desk.path(), path.equals(desk.path()) || path.startsWith(desk.path() + "/")))
                .toList();
    }

    private static String title(Desk desk) {
        return Words.find(Tongue.spoken(), "menu_" + desk.path().substring(1).replaceAll("[^a-z]", "_")).orElseGet(desk::title);
    }

    /** Those of who has signed in, the first one first. */
    List<Desk> desks() {
        if (token().isEmpty()) {
            return List.of();
        }
        Caller person = caller.get();
        return desks.stream().filter(desk -> desk.isFor(person)).sorted(Comparator.comparingInt(Desk::order)).toList();
    }

    private Optional<JsonWebToken> token() {
        RoutingContext context = request.getCurrent();
        return context != null && context.user() instanceof QuarkusHttpUser user
                ? Optional.of(user.getSecurityIdentity()).map(SecurityIdentity::getPrincipal)
                        .filter(JsonWebToken.class::isInstance).map(JsonWebToken.class::cast)
                : Optional.empty();
    }
}
