package org.tocsin.party;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.api.HealthGroup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Whether the identity provider answers. Not a part of readiness: tokens are verified here by keys
 * that we hold, so intake goes on without it for as long as tokens last.
 */
@HealthGroup("outside")
@ApplicationScoped
class IssuerHealth implements HealthCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI discovery;

    IssuerHealth(@ConfigProperty(name = "tocsin.issuer") String issuer) {
        discovery = URI.create(issuer + "/.well-known/openid-configuration");
    }

    void watch(@Observes StartupEvent started, MeterRegistry registry) {
        Gauge.builder("tocsin.issuer.up", this, health -> health.answers() ? 1 : 0)
                .description("1 while the identity provider answers")
                .register(registry);
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Identity provider").status(answers()).build();
    }

    private boolean answers() {
        try {
            HttpRequest request = HttpRequest.newBuilder(discovery).timeout(PATIENCE).build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException unreachable) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
