package org.tocsin.draft;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.tocsin.party.TokenSubject;
import org.tocsin.problem.Problem;
import org.tocsin.web.Answers;
import org.tocsin.web.FilterOrder;
import org.tocsin.web.Paths;
import org.tocsin.web.overload.BodyCollector;

/**
 * A form that is sent when the session has ended must not go to the sign-in, whose redirect drops it. It is parked, and its
 * sender is sent to where it waits; the sign-in is on that way. Who has never been signed in here gets 401 as before.
 */
@ApplicationScoped
class ParkingDoor {

    private static final Logger LOG = Logger.getLogger(ParkingDoor.class);
    private static final int MOST_BYTES = 256 * 1024;
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Set<String> NOT_WORTH_IT = Set.of("/language", "/sign-out");

    private final LastSeen lastSeen;
    private final Parking parking;
    private final BodyCollector bodies;
    private final Answers answers;

    ParkingDoor(LastSeen lastSeen, Parking parking, BodyCollector bodies, Answers answers) {
        this.lastSeen = lastSeen;
        this.parking = parking;
        this.bodies = bodies;
        this.answers = answers;
    }

    void register(@Observes Filters filters) {
        filters.register(this::enter, FilterOrder.PARKING);
    }

    private void enter(RoutingContext context) {
        if (Paths.isForMachines(context.normalizedPath())) {
            context.next();
            return;
        }
        context.addHeadersEndHandler(ended -> remember(context));
        Optional<String> account = isWorthParking(context) ? lastSeen.of(context) : Optional.empty();
        if (account.isEmpty()) {
            context.next();
            return;
        }
        context.request().pause();
        // The framework would answer a dead session by itself, before the form is read and kept.
        Object framework = context.remove(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
        QuarkusHttpUser.getSecurityIdentity(context, null).subscribe().with(identity -> {
            if (identity == null || identity.isAnonymous()) {
                take(context, account.get());
            } else {
                context.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, framework);
                context.request().resume();
                context.next();
            }
        }, ended -> take(context, account.get()));
    }

    private void remember(RoutingContext context) {
        if (context.normalizedPath().equals("/signed-out")) {
            lastSeen.forget(context);
        } else if (context.user() instanceof QuarkusHttpUser user) {
            SecurityIdentity identity = user.getSecurityIdentity();
            if (identity.getPrincipal() instanceof JsonWebToken token) {
                TokenSubject.of(token).ifPresent(person -> lastSeen.remember(context, person.id()));
            }
        }
    }

    /** From within a page, a script hears 499 and signs in on a whole page. A file is too large to keep. */
    private static boolean isWorthParking(RoutingContext context) {
        String type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
        return HttpMethod.POST.equals(context.request().method()) && context.request().getHeader("HX-Request") == null
                && type != null && type.startsWith(FORM) && !NOT_WORTH_IT.contains(context.normalizedPath());
    }

    private void take(RoutingContext context, String account) {
        bodies.whole(context, MOST_BYTES, body -> park(context, account, body));
    }

    private void park(RoutingContext context, String account, Buffer body) {
        ParkedForm form = new ParkedForm(context.request().uri(), body.toString(StandardCharsets.UTF_8));
        context.vertx().executeBlocking(() -> parking.park(account, form), false).onComplete(done -> {
            if (done.succeeded()) {
                context.response().setStatusCode(303).putHeader(HttpHeaders.LOCATION, "/parked/" + done.result()).end();
            } else {
                LOG.error("A form could not be parked", done.cause());
                answers.refuse(new Problem(500, "internal", "Our fault",
                        "Something failed on our side, and your session has ended. Go back: your browser may still have what you wrote."), context);
            }
        });
    }
}
