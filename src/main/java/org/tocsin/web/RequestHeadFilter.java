package org.tocsin.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.tocsin.problem.Problem;

/** Refuses requests whose head can be read in two ways or in none, before anything else reads it. */
@ApplicationScoped
class RequestHeadFilter {

    private final Answers answers;

    RequestHeadFilter(Answers answers) {
        this.answers = answers;
    }

    void register(@Observes Filters filters) {
        filters.register(this::head, FilterOrder.FRAMING);
    }

    private void head(RoutingContext context) {
        MultiMap headers = context.request().headers();
        Optional<Problem> fault = new RequestHead(headers::getAll).fault();
        if (fault.isPresent()) {
            answers.refuseAsDocument(fault.get(), context);
        } else if (context.request().version() == HttpVersion.HTTP_1_1 && !headers.contains(HttpHeaders.HOST)) {
            answers.refuseAsDocument(RequestHead.malformed("The header Host is missing."), context);
        } else {
            if (headers.contains(HttpHeaders.ACCEPT) && headers.get(HttpHeaders.ACCEPT).isBlank()) {
                headers.remove(HttpHeaders.ACCEPT); // it names nothing, and the framework would not read it
            }
            context.next();
        }
    }
}
