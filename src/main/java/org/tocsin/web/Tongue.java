package org.tocsin.web;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.ws.rs.core.NewCookie;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tocsin.party.Role;

/** The language in which the present request is answered. Machines are answered in English, whatever they ask for. */
@Named("tongue")
@RequestScoped
public class Tongue {

    static final String COOKIE = "tocsin-language";
    private static final int A_YEAR = 365 * 24 * 3600;

    private final CurrentVertxRequest request;
    private final boolean secureCookies;
    private Language settled;
    /** Whether this page is in no other language. */
    private boolean alone;

    Tongue(CurrentVertxRequest request, @ConfigProperty(name = "tocsin.cookies.secure") boolean secureCookies) {
        this.request = request;
        this.secureCookies = secureCookies;
    }

    /** English where there is no request, such as in a task. */
    public static Language spoken() {
        return Arc.container() != null && Arc.container().requestContext().isActive()
                ? Arc.container().instance(Tongue.class).get().language()
                : Language.ENGLISH;
    }

    /** For pages that there are only in English: then everything on them is, and not a half of it. */
    public static void english() {
        if (Arc.container() != null && Arc.container().requestContext().isActive()) {
            Tongue tongue = Arc.container().instance(Tongue.class).get();
            tongue.settled = Language.ENGLISH;
            tongue.alone = true;
        }
    }

    /** Where no resource is reached, nothing else knows whose request is being answered. */
    void settle(RoutingContext context) {
        settled = of(context);
    }

    /** Where not even the path may be looked at. */
    void settle(HttpServerRequest request) {
        settled = of(request);
    }

    private static Language of(RoutingContext context) {
        if (context == null) {
            return Language.ENGLISH;
        }
        if (Paths.isForMachines(context.normalizedPath()) || isAtItsDesk(context)) {
            return Language.ENGLISH;
        }
        Language switched = context.get(COOKIE);
        return switched != null ? switched : of(context.request());
    }

    private static Language of(HttpServerRequest request) {
        Cookie cookie = request.getCookie(COOKIE);
        return Language.choose(cookie == null ? null : cookie.getValue(), request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    public Language language() {
        return settled != null ? settled : of(request.getCurrent());
    }

    /** None where there is no choice. */
    public List<Language> choices() {
        RoutingContext context = request.getCurrent();
        return alone || context != null && isAtItsDesk(context) ? List.of() : List.of(Language.values());
    }

    /** One of ours on a page that there is only in English. Whoever else comes there is refused, in the own language. */
    private static boolean isAtItsDesk(RoutingContext context) {
        return Paths.isOfDesks(context.normalizedPath()) && context.user() instanceof QuarkusHttpUser user
                && Stream.of(Role.LIAISON, Role.AUDITOR, Role.ADMIN).anyMatch(user.getSecurityIdentity()::hasRole);
    }

    /** Where we are, to come back to after a switch. */
    public String path() {
        return request.getCurrent() == null ? "/" : request.getCurrent().request().uri();
    }

    /**
     * This request is answered in another language, and with this cookie those after it.
     *
     * @return nothing when we do not speak it
     */
    public Optional<NewCookie> change(String code) {
        return Language.of(code).map(language -> {
            request.getCurrent().put(COOKIE, language);
            return new NewCookie.Builder(COOKIE).value(language.code()).path("/").maxAge(A_YEAR)
                    .httpOnly(true).sameSite(NewCookie.SameSite.LAX)
                    .secure(secureCookies || request.getCurrent().request().isSSL()).build();
        });
    }
}
