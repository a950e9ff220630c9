package org.tocsin.time;

import io.smallrye.health.api.HealthGroup;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Whether our clock is right, as far as anybody says. Not a part of readiness: a wrong clock stops nothing. */
@HealthGroup("outside")
@ApplicationScoped
class ClockHealth implements HealthCheck {

    private final ClockWatch watch;
    private final TimeConfig config;

    ClockHealth(ClockWatch watch, TimeConfig config) {
        this.watch = watch;
        this.config = config;
    }

    /** Unverified is down only where somebody wanted it verified. */
    @Override
    public HealthCheckResponse call() {
        ClockReading reading = watch.reading();
        ClockAlarm alarm = watch.standing();
        return HealthCheckResponse.named("Clock")
                .withData("clock", reading.words())
                .withData("alarm", alarm == null ? "none" : alarm.words() + ", " + alarm.at())
                .status(alarm == null && (reading.verified() || config.sources().isEmpty()))
                .build();
    }
}
