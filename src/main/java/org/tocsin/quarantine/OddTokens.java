package org.tocsin.quarantine;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.tocsin.audit.Actor;
import org.tocsin.client.EnrolledClients;
import org.tocsin.json.Json;
import org.tocsin.party.Role;
import org.tocsin.party.TokenSubject;
import org.tocsin.seal.Jose;
import org.tocsin.time.Now;

/**
 * Tells a token that is right in everything but its times from one that is wrong: signature, issuer, audience, client,
 * organisation and role are looked at as if time did not exist. Nobody gets in by it.
 */
@ApplicationScoped
class OddTokens {

    private static final Logger LOG = Logger.getLogger(OddTokens.class);
    private static final AlgorithmConstraints ASYMMETRIC = new AlgorithmConstraints(ConstraintType.PERMIT,
            AlgorithmIdentifiers.RSA_USING_SHA256, AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256, AlgorithmIdentifiers.EDDSA);

    private final IssuerKeys issuer;
    private final EnrolledClients clients;
    private final Now now;
    private final String audience;

    OddTokens(IssuerKeys issuer, EnrolledClients clients, Now now, @ConfigProperty(name = "tocsin.instance.name") String audience) {
        this.issuer = issuer;
        this.clients = clients;
        this.now = now;
        this.audience = audience;
    }

    Optional<OddToken> read(String token) {
        try {
            IssuerKeys.Known known = issuer.get();
            return verified(token, known)
                    .filter(claims -> known.name().equals(claims.path("iss").asText()))
                    .filter(claims -> "Bearer".equals(claims.path("typ").asText("Bearer")))
                    .filter(claims -> lists(claims.path("aud"), audience))
                    .filter(claims -> TokenSubject.of(claim -> claims.path(claim).asText(null)).filter(Actor::isClient).isPresent())
                    .filter(claims -> lists(claims.path("realm_access").path("roles"), Role.SENSOR))
                    .flatMap(this::odd);
        } catch (IOException issuerUnknown) {
            LOG.warnf("The issuer's keys are not known, so nothing can be held reason=%s", issuerUnknown.getMessage());
            return Optional.empty();
        }
    }

    private Optional<OddToken> odd(JsonNode claims) {
        TokenTimes times = TokenTimes.of(claims);
        return times.wrongAt(now.instant()).flatMap(why -> clients.sensor(claims.path("azp").asText())
                .filter(sensor -> sensor.organisation().equals(claims.path("organisation").asText()))
                .map(sensor -> new OddToken(sensor, claims, times, why)));
    }

    private static Optional<JsonNode> verified(String token, IssuerKeys.Known known) {
        return Jose.read(() -> {
            JsonWebSignature jws = new JsonWebSignature();
            jws.setAlgorithmConstraints(ASYMMETRIC);
            jws.setCompactSerialization(token);
            Optional<JsonWebKey> key = known.keys().stream()
                    .filter(candidate -> candidate.getKeyId() != null && Objects.equals(candidate.getKeyId(), jws.getKeyIdHeaderValue()))
                    .filter(candidate -> !"enc".equals(candidate.getUse()))
                    .findFirst();
            if (key.isEmpty()) {
                return Optional.empty();
            }
            jws.setKey(key.get().getKey());
            return jws.verifySignature() ? Optional.of(Json.tree(jws.getPayloadBytes())) : Optional.empty();
        });
    }

    private static boolean lists(JsonNode oneOrMany, String word) {
        return oneOrMany.isArray()
                ? StreamSupport.stream(oneOrMany.spliterator(), false).anyMatch(each -> word.equals(each.asText()))
                : word.equals(oneOrMany.asText());
    }
}
