package org.tocsin.draft;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tocsin.time.Now;

/**
 * Remembers in the browser, encrypted, who was signed in there last. It lets nobody in: it only tells for whom a form is
 * kept that comes when the session has ended.
 */
@ApplicationScoped
class LastSeen {

    private static final String LABEL = "last seen";
    private static final int A_DAY = 24 * 3600;

    /** Older than this, it is written anew: whoever opens a form has nearly a day to send it. */
    private static final Duration FRESH = Duration.ofHours(1);
    private static final Pattern CONTENT = Pattern.compile("([0-9]{1,12}) (.+)", Pattern.DOTALL);

    private record Seen(Instant at, String account) {
    }

    private final Casket casket;
    private final Now now;
    private final String name;
    private final boolean secure;

    LastSeen(Casket casket, Now now, @ConfigProperty(name = "tocsin.instance.name") String instance,
            @ConfigProperty(name = "tocsin.cookies.secure") boolean secure) {
        this.casket = casket;
        this.now = now;
        this.secure = secure;
        this.name = "tocsin-last-" + instance;
    }

    Optional<String> of(RoutingContext context) {
        return read(context).map(Seen::account);
    }

    private Optional<Seen> read(RoutingContext context) {
        Cookie cookie = context.request().getCookie(name);
        if (cookie == null) {
            return Optional.empty();
        }
        try {
            return casket.open(Base64.getUrlDecoder().decode(cookie.getValue()), LABEL)
                    .map(content -> CONTENT.matcher(new String(content, StandardCharsets.UTF_8))).filter(Matcher::matches)
                    .map(seen -> new Seen(Instant.ofEpochSecond(Long.parseLong(seen.group(1))), seen.group(2)));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    void remember(RoutingContext context, String account) {
        Instant at = now.instant();
        boolean known = read(context).filter(seen -> seen.account().equals(account))
                .filter(seen -> Duration.between(seen.at(), at).abs().compareTo(FRESH) < 0).isPresent();
        if (!known) {
            set(context, value(at, account), A_DAY);
        }
    }

    String value(Instant at, String account) {
        byte[] content = (at.getEpochSecond() + " " + account).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(casket.close(content, LABEL));
    }

    void forget(RoutingContext context) {
        set(context, "", 0);
    }

    private void set(RoutingContext context, String value, int seconds) {
        context.response().headers().add("Set-Cookie", name + "=" + value + "; Path=/; Max-Age=" + seconds
                + "; HttpOnly; SameSite=Strict" + (secure || context.request().isSSL() ? "; Secure" : ""));
    }
}
