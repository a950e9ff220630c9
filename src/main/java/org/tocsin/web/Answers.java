package org.tocsin.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.tocsin.problem.Problem;

/** Answers where no resource is reached. */
@ApplicationScoped
public class Answers {

    private final RefusalBody refusals;
    private final BearerChallenge bearers;

    Answers(RefusalBody refusals, BearerChallenge bearers) {
        this.refusals = refusals;
        this.bearers = bearers;
    }

    public void refuse(Problem problem, RoutingContext context) {
        head(problem, context);
        refusals.send(problem, context);
    }

    private void head(Problem problem, RoutingContext context) {
        bearers.of(problem, context.request()).ifPresent(challenge -> context.response().putHeader("WWW-Authenticate", challenge));
        if (problem.retryAfterSeconds() > 0) {
            context.response().putHeader(HttpHeaders.RETRY_AFTER, Integer.toString(problem.retryAfterSeconds()));
        }
    }

    /** As a problem document, whoever asks: where nothing has been read that would tell. */
    void refuseAsDocument(Problem problem, RoutingContext context) {
        head(problem, context);
        refusals.sendDocument(problem, context);
    }

    /** @param location where what was made is; null when nothing was */
    public void send(int status, JsonNode body, String location, RoutingContext context) {
        if (location != null) {
            context.response().putHeader(HttpHeaders.LOCATION, location);
        }
        context.response().setStatusCode(status).putHeader(HttpHeaders.CONTENT_TYPE, "application/json").end(body.toString());
    }
}
