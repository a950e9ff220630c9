package org.tocsin.quarantine;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.tocsin.json.Json;
import org.tocsin.limit.Kind;
import org.tocsin.limit.Limits;
import org.tocsin.party.Binding;
import org.tocsin.party.Caller;
import org.tocsin.party.ConnectionCertificate;
import org.tocsin.problem.Problem;
import org.tocsin.report.SentAt;
import org.tocsin.time.Now;
import org.tocsin.web.Answers;
import org.tocsin.web.FilterOrder;
import org.tocsin.web.IdempotencyKey;
import org.tocsin.web.overload.BodyCollector;
import org.tocsin.web.query.KnownQuery;

/**
 * Stands before authentication, for a token with wrong times never gets past it. It makes no identity: what is let in here gets
 * to the quarantine and nowhere else. Whatever does not belong there goes on its way as if this were not here, and is
 * refused with 401 by authentication.
 */
@ApplicationScoped
class QuarantineDoor {

    private static final Logger LOG = Logger.getLogger(QuarantineDoor.class);
    private static final String REPORTS = "/api/v1/reports";
    private static final String NONCES = "/api/v1/quarantine/nonces";
    private static final String BEARER = "Bearer ";
    private static final int BODY_BYTES = org.tocsin.report.submission.Limits.BODY_BYTES;

    private final OddTokens tokens;
    private final Assertions assertions;
    private final Nonces nonces;
    private final Holding holding;
    private final Limits limits;
    private final BodyCollector bodies;
    private final Answers answers;
    private final Now now;

    QuarantineDoor(OddTokens tokens, Assertions assertions, Nonces nonces, Holding holding, Limits limits, BodyCollector bodies,
            Answers answers, Now now) {
        this.tokens = tokens;
        this.assertions = assertions;
        this.nonces = nonces;
        this.holding = holding;
        this.limits = limits;
        this.bodies = bodies;
        this.answers = answers;
        this.now = now;
    }

    void register(@Observes Filters filters) {
        filters.register(this::enter, FilterOrder.QUARANTINE);
    }

    private void enter(RoutingContext context) {
        String path = context.normalizedPath();
        boolean reports = path.equals(REPORTS);
        if (!HttpMethod.POST.equals(context.request().method()) || !reports && !path.equals(NONCES)
                || reports && !offersProof(context) || !isOdd(context)) {
            context.next();
            return;
        }
        context.request().pause();
        blocking(context, () -> tokens.read(token(context)), odd -> {
            if (odd.isEmpty() || !mayProve(odd.get(), context, reports)) {
                context.request().resume();
                context.next();
            } else if (!context.queryParams().isEmpty()) {
                context.request().resume();
                answers.refuse(KnownQuery.NONE.refusal(context.queryParams().names()), context);
            } else if (reports) {
                take(context, odd.get());
            } else {
                context.request().resume();
                blocking(context, () -> {
                    limits.demand(atTheDoor(odd.get()), Kind.FILING, 1);
                    return nonces.next(odd.get().sensor().id());
                },
                        nonce -> answers.send(200, Json.MAPPER.valueToTree(new NonceAnswer(nonce)), null, context));
            }
        });
    }

    /** A look without a check, so that nobody else pays for this door. */
    private boolean isOdd(RoutingContext context) {
        String token = token(context);
        return token != null && TokenTimes.of(Binding.claims(token)).wrongAt(now.instant()).isPresent();
    }

    private static boolean offersProof(RoutingContext context) {
        return context.request().getHeader(Assertions.HEADER) != null || ConnectionCertificate.of(context).isPresent();
    }

    private static boolean mayProve(OddToken odd, RoutingContext context, boolean reports) {
        if (!Binding.holds(odd.claims(), context)) {
            return false;
        }
        boolean signs = odd.sensor().key().isPresent();
        return reports ? showsItsCertificate(odd, context) || signs && context.request().getHeader(Assertions.HEADER) != null : signs;
    }

    /** The token is bound to the certificate of this connection, and that is the one that is enrolled now. */
    private static boolean showsItsCertificate(OddToken odd, RoutingContext context) {
        JsonNode claims = odd.claims();
        return Binding.isTo(claims, context) && ConnectionCertificate.of(context)
                .map(ConnectionCertificate::sha256)
                .equals(odd.sensor().certificateSha256());
    }

    private void take(RoutingContext context, OddToken odd) {
        if (!isJson(context)) {
            answers.refuse(new Problem(415, "unsupported-media-type", "Unsupported media type",
                    "Send the body as Content-Type: application/json."), context);
            return;
        }
        bodies.whole(context, BODY_BYTES, body -> blocking(context, () -> hold(context, odd, body.getBytes()),
                held -> answers.send(202, Json.MAPPER.valueToTree(HeldAnswer.of(held)), "/api/v1/quarantine/" + held.id, context)));
    }

    private HeldReport hold(RoutingContext context, OddToken odd, byte[] body) {
        limits.demand(atTheDoor(odd), Kind.FILING, 1);
        String proof = "certificate";
        if (!showsItsCertificate(odd, context)) {
            proof = "assertion";
            String assertion = context.request().getHeader(Assertions.HEADER);
            if (!assertions.prove(odd.sensor().id(), odd.sensor().key().orElseThrow(), assertion, "POST", REPORTS, body)) {
                throw new Problem(401, "unauthenticated", "Not signed in",
                        "The token's times are wrong, and the assertion does not prove who sent this: it must be signed with the client's key, "
                                + "over this very request and a nonce that was not used before.");
            }
        }
        return holding.take(odd, proof, body, key(context), SentAt.read(context.request().getHeader(HttpHeaders.DATE)));
    }

    /** Shares of their own: who has only stolen a token must not use up those of its client or organisation. */
    private static Caller atTheDoor(OddToken odd) {
        return Caller.machine(odd.sensor().id(), "in quarantine", Set.of());
    }

    private static Optional<String> key(RoutingContext context) {
        List<String> sent = context.request().headers().getAll(IdempotencyKey.HEADER);
        return sent.isEmpty() ? Optional.empty() : Optional.of(String.join(",", sent));
    }

    private static boolean isJson(RoutingContext context) {
        String type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && type.split(";")[0].strip().equalsIgnoreCase("application/json");
    }

    /** @return null when there is none */
    private static String token(RoutingContext context) {
        String authorization = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.startsWith(BEARER) ? authorization.substring(BEARER.length()).strip() : null;
    }

    private <T> void blocking(RoutingContext context, Supplier<T> work, Consumer<T> then) {
        context.vertx().executeBlocking(work::get, false).onComplete(done -> {
            if (done.succeeded()) {
                then.accept(done.result());
            } else if (done.cause() instanceof Problem refusal) {
                answers.refuse(refusal, context);
            } else {
                LOG.errorf(done.cause(), "Unexpected failure at the quarantine's door");
                answers.refuse(new Problem(500, "internal", "Our fault",
                        "Something failed on our side. Nothing that was not confirmed has been stored; trying again is safe."), context);
            }
        });
    }
}
