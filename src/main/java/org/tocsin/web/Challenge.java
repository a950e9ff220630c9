package org.tocsin.web;

import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;

/** The way to the sign-in, for who only wanted to look. What was sent must not go there: a redirect drops it. */
final class Challenge {

    private Challenge() {
    }

    static boolean fits(RoutingContext context) {
        return !Paths.isForMachines(context.normalizedPath())
                && HttpMethod.GET.equals(context.request().method())
                && context.get(HttpAuthenticator.class.getName()) != null;
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
