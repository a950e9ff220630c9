package org.tocsin.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.local.As;
import org.tocsin.local.StackResource;
import org.tocsin.peer.Documents;
import org.tocsin.peer.Handing;

/** What a report says is nobody's business who reads the log. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class SilentLogTest {

    private final String marker = "secret" + UUID.randomUUID().toString().replace("-", "");
    private final Log log = new Log();

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(log);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("").removeHandler(log);
    }

    private ObjectNode confidential() {
        return Documents.bare().put("title", marker).put("description", "All about " + marker).put("safeReference", marker);
    }

    @Test
    void theWholeWayOfAReportLeavesNothingOfItInTheLog() {
        // Given
        Outgoing outgoing = Outgoing.filed(confidential());

        // When
        outgoing.released().delivered();

        // Then
        assertThat(log.lines).anyMatch(line -> line.contains("Delivery attempted"))
                .noneMatch(line -> line.contains(marker));
    }

    @Test
    void refusalsLeaveNothingOfAReportInTheLog() {
        // Given
        ObjectNode faulty = confidential().put("severity", marker);
        ObjectNode document = Documents.sound().put("schema", marker);

        // When
        As.SENSOR_A.sends(faulty).post("/api/v1/reports");
        Handing.over(Documents.bytes(document)).send();

        // Then
        assertThat(log.lines).noneMatch(line -> line.contains(marker));
    }

    @Test
    void aFailureOfTheDatabaseLeavesNothingOfAReportInTheLog() {
        // Given
        UUID origin = UUID.randomUUID();
        List<Handing> twins = List.of(0, 1, 2, 3).stream()
                .map(i -> Handing.over(Documents.bytes(Documents.about(origin, i + 1, confidential())))).toList();

        // When
        twins.parallelStream().forEach(Handing::send);

        // Then
        assertThat(log.lines).noneMatch(line -> line.contains(marker));
    }

    private static final class Log extends Handler {

        /** Message with parameters, and the whole of every exception. */
        private final PatternFormatter format = new PatternFormatter("%c %s%e");
        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord entry) {
            lines.add(format.format(entry));
        }

        @Override
        public void flush() {
            // nothing is held back
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
