package org.tocsin.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.tocsin.Surrounded;
import org.tocsin.local.StackResource;
import org.tocsin.time.ClockAlarm;
import org.tocsin.time.ClockReading;
import org.tocsin.webhook.Listener;

/** Everyone on duty is told that the service's clock was set. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@TestProfile(Surrounded.class)
class ClockNoticesTest {

    @ConfigProperty(name = "tocsin.mail.port")
    int smtp;
    @Inject
    Event<ClockAlarm> alarms;

    private static ClockAlarm stepped() {
        Instant at = Instant.now();
        return new ClockAlarm(ClockAlarm.Kind.STEPPED, at, Duration.ofHours(-1), new ClockReading(at, false, List.of(), null, null, "nobody answered"));
    }

    @Test
    void anAlarmOfTheClockGoesToEveryoneOnDutyAtOnce() {
        try (Mailbox mailbox = new Mailbox(smtp); Listener pager = new Listener(Integer.getInteger("org.tocsin.notice.pager"))) {
            // When
            alarms.fire(stepped());

            // Then
            List<Mailbox.Received> mails = mailbox.about("The service's clock went back by 1 h", 2);
            assertThat(mails).extracting(Mailbox.Received::to).containsExactlyInAnyOrder("zoe@cert.example.org", "adam@cert.example.org");
            assertThat(mails.get(0).text()).contains("What others say of it: Unverified: nobody answered");
            List<JsonNode> rings = pager.about("went back by 1 h", 2).stream().map(Listener.Heard::json).toList();
            assertThat(rings).anyMatch(ring -> ring.path("type").asText().equals("clock.stepped"))
                    .anyMatch(ring -> ring.path("dedup_key").asText().equals("tocsin-clock"));
        }
    }
}
