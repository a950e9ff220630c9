package org.tocsin.web;

import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import org.jboss.logging.Logger;
import org.tocsin.problem.Problem;

/**
 * Answers what failed outside of every resource, where the framework would answer with an empty body or with its own words:
 * in a filter, in routing, or in answering a failure.
 */
@ApplicationScoped
class FailedRequests {

    private static final Logger LOG = Logger.getLogger(FailedRequests.class);
    /** Before the framework's own. */
    private static final int FIRST = Integer.MIN_VALUE;

    private final Answers answers;
    private final Failures failures;

    FailedRequests(Answers answers, Failures failures) {
        this.answers = answers;
        this.failures = failures;
    }

    void register(@Observes Router router) {
        router.route().order(FIRST).failureHandler(this::answer);
    }

    private void answer(RoutingContext context) {
        Throwable failure = context.failure();
        if (context.response().ended() || context.response().closed() || failure instanceof IOException) {
            LOG.debugf(failure, "The client went away path=%s", context.request().path());
            context.response().reset();
        } else if (context.response().headWritten()) {
            // Half of an answer must not look like a whole one.
            failures.of(failure, context.request().path());
            context.response().reset();
        } else if (failure instanceof UnauthorizedException || failure instanceof AuthenticationException || failure instanceof ForbiddenException) {
            context.next(); // the framework knows the way to the sign-in
        } else {
            refuse(context, failure);
        }
    }

    private void refuse(RoutingContext context, Throwable failure) {
        int status = context.statusCode();
        Problem problem = status >= 400 && status < 500 ? ofStatus(status) : failures.of(failure, context.request().path());
        try {
            answers.refuse(problem, context);
        } catch (RuntimeException unanswerable) { // whatever it is: a document at least
            LOG.errorf(unanswerable, "A refusal could not be written path=%s", context.request().path());
            answers.refuseAsDocument(problem, context);
        }
    }

    private static Problem ofStatus(int status) {
        return status == 400 ? RequestHead.malformed("The request cannot be read.") : HttpProblems.of(status);
    }
}
