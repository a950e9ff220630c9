package org.tocsin.draft;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Remembers in the browser, encrypted, who was signed in there last. It lets nobody in: it only tells for whom a form is
 * kept that comes when the session has ended.
 */
@ApplicationScoped
class LastSeen {

    private static final String LABEL = "last seen";
    private static final int A_DAY = 24 * 3600;

    private final Casket casket;
    private final String name;

    LastSeen(Casket casket, @ConfigProperty(name = "tocsin.instance.name") String instance) {
        this.casket = casket;
        this.name = "tocsin-last-" + instance;
    }

    Optional<String> of(RoutingContext context) {
        Cookie cookie = context.request().getCookie(name);
        if (cookie == null) {
            return Optional.empty();
        }
        try {
            return casket.open(Base64.getUrlDecoder().decode(cookie.getValue()), LABEL)
                    .map(account -> new String(account, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    void remember(RoutingContext context, String account) {
        if (!of(context).equals(Optional.of(account))) {
            String value = Base64.getUrlEncoder().withoutPadding()
                    .encodeToString(casket.close(account.getBytes(StandardCharsets.UTF_8), LABEL));
            set(context, value, A_DAY);
        }
    }

    void forget(RoutingContext context) {
        set(context, "", 0);
    }

    private void set(RoutingContext context, String value, int seconds) {
        context.response().headers().add("Set-Cookie", name + "=" + value + "; Path=/; Max-Age=" + seconds
                + "; HttpOnly; SameSite=Strict" + (context.request().isSSL() ? "; Secure" : ""));
    }
}
