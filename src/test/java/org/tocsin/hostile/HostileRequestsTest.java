package org.tocsin.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tocsin.local.StackResource;

/**
 * Whatever is sent, the answer is as the API description says, and no failure. How much: {@code bin/test -Dtocsin.hostile=20000}. It is
 * random, but the same each time; others with {@code -Dtocsin.hostile.seed=…}.
 */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class HostileRequestsTest {

    private static final int COUNT = Integer.getInteger("tocsin.hostile", 2000);
    private static final long SEED = Long.getLong("tocsin.hostile.seed", 5);
    private static final int RENEWED_AFTER = 250;

    @TestHTTPResource("/")
    URI home;

    private final Findings findings = new Findings();
    private final Map<Integer, Integer> statuses = new TreeMap<>();

    @Test
    void noRequestIsAFailure() throws Exception {
        // Given
        System.out.printf("%d hostile requests, -Dtocsin.hostile.seed=%d%n", COUNT, SEED);
        OwnThings things = new OwnThings();
        HostileRequests requests = new HostileRequests(new Random(SEED), ApiDescription.operations(Path.of("docs", "openapi.yaml")), things);

        // When
        long begun = System.nanoTime();
        try (RawConnection connection = new RawConnection(home); ErrorLog errors = ErrorLog.opened()) {
            for (int i = 1; i <= COUNT; i++) {
                send(requests.next(), connection, errors);
                if (i % RENEWED_AFTER == 0) {
                    things.renew();
                }
            }
        }
        System.out.printf("%d hostile requests in %d s, answers by status: %s%n", COUNT, (System.nanoTime() - begun) / 1_000_000_000, statuses);

        // Then
        assertThat(findings.summary()).as("of -Dtocsin.hostile.seed=" + SEED + "; all of them are in " + findings.write(Path.of("target", "hostile-requests.txt"))).isEmpty();
    }

    private void send(Shot shot, RawConnection connection, ErrorLog errors) {
        try {
            Optional<RawAnswer> answer = connection.ask(shot.bytes(), shot.method());
            statuses.merge(answer.map(RawAnswer::status).orElse(0), 1, Integer::sum);
            if (answer.isEmpty() && !shot.spoiled().contains(Shot.Part.WIRE)) {
                findings.add("closed without an answer", shot, "");
            }
            answer.ifPresent(given -> AnswerCheck.faults(shot, given).forEach(fault -> findings.add(fault, shot, given.toString())));
        } catch (AssertionError silent) {
            findings.add(silent.getMessage(), shot, "");
        }
        if (shot.spoiled().contains(Shot.Part.WIRE)) {
            connection.close(); // what comes after it could be an answer to its rest
        }
        if (!errors.entries().isEmpty()) {
            findings.add("logged as an error", shot, errors.entries().toString());
            errors.entries().clear();
        }
    }
}
