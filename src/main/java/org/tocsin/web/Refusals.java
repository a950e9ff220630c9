package org.tocsin.web;

import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.tocsin.problem.Problem;

/** Every refusal leaves through here: as a problem document for machines, as a page for people. */
public class Refusals {

    private static final Logger LOG = Logger.getLogger(Refusals.class);

    private final RefusalBody body;
    private final BearerChallenge bearers;
    private final Failures failures;

    Refusals(RefusalBody body, BearerChallenge bearers, Failures failures) {
        this.body = body;
        this.bearers = bearers;
        this.failures = failures;
    }

    @ServerExceptionMapper
    public Response problem(Problem problem, UriInfo uri, HttpHeaders headers, RoutingContext context) {
        Response.ResponseBuilder answer = Response.fromResponse(body.of(problem, uri, headers));
        if (problem.retryAfterSeconds() > 0) {
            answer.header(HttpHeaders.RETRY_AFTER, problem.retryAfterSeconds());
        }
        bearers.of(problem, context.request()).ifPresent(challenge -> answer.header(HttpHeaders.WWW_AUTHENTICATE, challenge));
        return answer.build();
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Uni<Response> unauthenticated(SecurityException e, UriInfo uri, HttpHeaders headers, RoutingContext context) {
        if (Challenge.fits(context)) {
            return Challenge.isInVain(context) ? Uni.createFrom().item(unfinished(uri, headers)) : Challenge.of(context);
        }
        return Uni.createFrom().item(problem(bearers.unauthenticated(e, context.request()), uri, headers, context));
    }

    /** A sign-in that came back with something unusable; to send it round again could go on for ever. */
    @ServerExceptionMapper
    public Response unfinished(AuthenticationCompletionException e, UriInfo uri, HttpHeaders headers) {
        LOG.infof("Sign-in did not finish reason=%s", String.valueOf(e.getMessage()).replaceAll("\\p{Cntrl}", " "));
        return unfinished(uri, headers);
    }

    private Response unfinished(UriInfo uri, HttpHeaders headers) {
        return body.of(new Problem(401, "sign-in-unfinished", "Sign-in did not finish",
                "The sign-in was begun elsewhere, or too long ago. Begin again."), uri, headers);
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException e, UriInfo uri, HttpHeaders headers, RoutingContext context) {
        return problem(new Problem(403, "forbidden", "Not allowed",
                "Your account does not have the role that this needs."), uri, headers, context);
    }

    @ServerExceptionMapper
    public Response http(WebApplicationException e, UriInfo uri, HttpHeaders headers, RoutingContext context) {
        Response original = e.getResponse();
        if (original.getStatusInfo().getFamily() == Response.Status.Family.REDIRECTION || original.hasEntity()) {
            return original;
        }
        if (e.getCause() instanceof Problem refusal) {
            return problem(refusal, uri, headers, context); // the framework wraps what a converter of parameters throws
        }
        if (original.getStatus() == 404 && e.getCause() instanceof IllegalArgumentException) {
            // So the framework answers a number in the query that is none; our paths have no numbers.
            return body.of(HttpProblems.of(400), uri, headers);
        }
        Response.ResponseBuilder answer = Response.fromResponse(body.of(HttpProblems.of(original.getStatus()), uri, headers));
        if (original.getStatus() == 405) {
            answer.header(HttpHeaders.ALLOW, String.join(", ", AllowedMethods.at(uri.getPath())));
        }
        return answer.build();
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable e, UriInfo uri, HttpHeaders headers, RoutingContext context) {
        return problem(failures.of(e, uri.getRequestUri().getRawPath()), uri, headers, context);
    }
}
