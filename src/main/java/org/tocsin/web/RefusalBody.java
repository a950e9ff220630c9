package org.tocsin.web;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tocsin.json.Json;
import org.tocsin.problem.Problem;

/** Chooses between the two forms of a refusal: a page for people, a problem document for machines. */
@Singleton
class RefusalBody {

    private static final MediaType PROBLEM = new MediaType("application", "problem+json");
    private static final MediaType PAGE = MediaType.TEXT_HTML_TYPE.withCharset(StandardCharsets.UTF_8.name());

    private final Tongue tongue;
    private final ContentPolicy policy;

    RefusalBody(Tongue tongue, ContentPolicy policy) {
        this.tongue = tongue;
        this.policy = policy;
    }

    Response of(Problem problem, UriInfo uri, HttpHeaders headers) {
        if (wantsPage(uri.getPath(), headers.getRequestHeader(HttpHeaders.ACCEPT))) {
            return Response.status(problem.status()).type(PAGE).entity(page(problem)).build();
        }
        return Response.status(problem.status()).type(PROBLEM).entity(problem.document()).build();
    }

    /** Where no resource is reached, and so no request's context has begun. */
    @ActivateRequestContext
    void send(Problem problem, RoutingContext context) {
        if (!wantsPage(context.normalizedPath(), context.request().headers().getAll(HttpHeaders.ACCEPT))) {
            sendDocument(problem, context);
            return;
        }
        tongue.settle(context);
        context.response().setStatusCode(problem.status()).putHeader(HttpHeaders.CONTENT_TYPE, PAGE.toString()).end(page(problem));
    }

    void sendDocument(Problem problem, RoutingContext context) {
        context.response().setStatusCode(problem.status()).putHeader(HttpHeaders.CONTENT_TYPE, PROBLEM.toString())
                .end(Json.MAPPER.valueToTree(problem.document()).toString());
    }

    /**
     * Where the path must not be looked at, and the filters that give pages their headers have not run. Whether it was meant
     * for machines shows in how it begins.
     */
    @ActivateRequestContext
    void sendUnread(Problem problem, RoutingContext context) {
        HttpServerRequest request = context.request();
        if (Paths.isMeantForMachines(request.uri()) || !wantsPage("/", request.headers().getAll(HttpHeaders.ACCEPT))) {
            sendDocument(problem, context);
            return;
        }
        tongue.settle(request);
        context.response().setStatusCode(problem.status()).putHeader(HttpHeaders.CONTENT_TYPE, PAGE.toString())
                .putHeader("Content-Security-Policy", policy.of("/")).putHeader(HttpHeaders.CACHE_CONTROL, "no-store").end(page(problem));
    }

    /** Also for who accepts anything, as long as it names HTML. The header is read here, for the framework's reader fails on a malformed one. */
    static boolean wantsPage(String path, List<String> accept) {
        return !Paths.isForMachines(path) && accept != null && MediaRanges.nameHtml(String.join(",", accept));
    }

    private static String page(Problem problem) {
        return Pages.refusal(Refused.of(problem)).render();
    }
}
