package org.tocsin.client;

import io.smallrye.health.api.HealthGroup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** Whether a certificate is about to end. Not a part of readiness: until it does, all works. */
@HealthGroup("outside")
@ApplicationScoped
class CertificateHealth implements HealthCheck {

    private final CertificateWatch watch;

    CertificateHealth(CertificateWatch watch) {
        this.watch = watch;
    }

    @Override
    public HealthCheckResponse call() {
        List<CertificateWatch.Ending> soon = watch.soon();
        HealthCheckResponseBuilder response = HealthCheckResponse.named("Certificates").status(soon.isEmpty());
        soon.forEach(ending -> response.withData(ending.whose(), "ends " + ending.until()));
        return response.build();
    }
}
