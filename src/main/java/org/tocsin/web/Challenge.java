package org.tocsin.web;

import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.tocsin.web.query.PageQuery;

/** The way to the sign-in, for who only wanted to look. What was sent must not go there: a redirect drops it. */
final class Challenge {

    private Challenge() {
    }

    static boolean fits(RoutingContext context) {
        return !Paths.isForMachines(context.normalizedPath())
                && HttpMethod.GET.equals(context.request().method())
                && context.get(HttpAuthenticator.class.getName()) != null;
    }

    /**
     * Whether the person comes back from the sign-in with nothing that could be gone on with: refused there, or without the cookie
     * of its beginning. To send them there again could go round for ever, for where cookies are not kept it ends here each time.
     */
    static boolean isInVain(RoutingContext context) {
        return PageQuery.isSignInReturn(context.request().query()) && (context.queryParams().contains("error")
                || context.request().cookies().stream().noneMatch(cookie -> cookie.getName().startsWith(OidcUtils.STATE_COOKIE_NAME)));
    }

    static Uni<Response> of(RoutingContext context) {
        HttpAuthenticator authenticator = context.get(HttpAuthenticator.class.getName());
        return authenticator.getChallenge(context).map(Challenge::answer);
    }

    private static Response answer(ChallengeData challenge) {
        Response.ResponseBuilder answer = Response.status(challenge.status);
        challenge.getHeaders().forEach((name, value) -> answer.header(name.toString(), value));
        return answer.build();
    }
}
