package org.tocsin.web;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.tocsin.party.BearerToken;
import org.tocsin.party.Binding;
import org.tocsin.problem.Problem;
import org.tocsin.time.Now;

/**
 * Says what is wrong with the credentials of a request: as a problem, and in WWW-Authenticate (RFC 6750 section 3). A request without a
 * token is told of no error, for it made none (section 3.1).
 */
@ApplicationScoped
public class BearerChallenge {

    private static final String MALFORMED = "malformed-credentials";
    private static final String FORBIDDEN = "forbidden";
    /** RFC 6750 section 2.1: b64token. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");
    /** RFC 6750 section 3: what an error_description may not have. */
    private static final Pattern UNFIT = Pattern.compile("[^\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]");

    private final Now now;
    private final String realm;

    BearerChallenge(Now now, @ConfigProperty(name = "tocsin.instance.name") String realm) {
        this.now = now;
        this.realm = realm;
    }

    /** What is no token at all is a malformed request, and not a token that is not good (section 3.1). */
    static Optional<Problem> malformed(String token) {
        return TOKEN.matcher(token).matches() ? Optional.empty() : Optional.of(new Problem(400, "malformed-credentials", "Malformed credentials",
                "The Authorization header has no access token. Send: Authorization: Bearer, a blank, and the token as the issuer gave it."));
    }

    /** @param failure what authentication threw */
    Problem unauthenticated(Throwable failure, HttpServerRequest request) {
        Optional<String> token = BearerToken.of(request);
        if (token.isEmpty()) {
            return refused("Send an access token of this service's issuer in the Authorization header: Bearer …");
        }
        if (hasTold(failure, ErrorCodes.EXPIRED)) {
            return outOfTime("expired at ", token.get(), "exp");
        }
        if (hasTold(failure, ErrorCodes.NOT_YET_VALID)) {
            return outOfTime("is good only from ", token.get(), "nbf");
        }
        return refused("The access token is not good here: it was changed, is of another issuer, was not issued for this service, or lasts too long. "
                + "Get a new one from this service's issuer.");
    }

    /** So that a sender with a wrong clock can see it. */
    private Problem outOfTime(String what, String token, String claim) {
        Instant ours = now.instant();
        return refused("The access token " + what + Moments.second(Instant.ofEpochSecond(Binding.claims(token).path(claim).asLong()))
                + ". Our time is " + Moments.second(ours) + ". If yours is another, find out which clock is wrong. Then get a new token.")
                .with("now", ours);
    }

    private static Problem refused(String detail) {
        return new Problem(401, "unauthenticated", "Not signed in", detail);
    }

    private static boolean hasTold(Throwable failure, int code) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidJwtException invalid && invalid.hasErrorCode(code)) {
                return true;
            }
        }
        return false;
    }

    /** @return the value of WWW-Authenticate; nothing where a refusal is not about credentials */
    public Optional<String> of(Problem problem, HttpServerRequest request) {
        boolean shown = BearerToken.of(request).isPresent();
        return switch (problem.status()) {
            case 401 -> Optional.of(shown ? with("invalid_token", problem.getMessage()) : plain());
            case 400 -> problem.kind().equals(MALFORMED) ? Optional.of(with("invalid_request", problem.getMessage())) : Optional.empty();
            case 403 -> shown && problem.kind().equals(FORBIDDEN) ? Optional.of(with("insufficient_scope", problem.getMessage())) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private String plain() {
        return "Bearer realm=\"" + realm + '"';
    }

    private String with(String error, String description) {
        return plain() + ", error=\"" + error + "\", error_description=\"" + UNFIT.matcher(description).replaceAll("'") + '"';
    }
}
