package org.tocsin.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tocsin.audit.verify.Verify;
import org.tocsin.local.Await;
import org.tocsin.local.LogKey;
import org.tocsin.local.Postgres;

/** From a machine's token to the CERT's case number, through two packaged instances; also when one is killed on the way. */
class WholeWayIT {

    private final Api sensor = Running.tocsin(() -> Running.tokens().ofClient("sensor-a"));
    private final Api liaison = Running.tocsin(() -> Running.tokens().ofPerson("liaison-1"));
    private final Api certLiaison = Running.cert(() -> Running.certTokens().ofPerson("cert-liaison-1"));

    @Test
    void aReportReachesTheCertAndItsCaseNumberComesBack() {
        // Given
        String report = sensor.file("The whole way");

        // When
        liaison.claimAndRelease(report);
        Await.until("delivered", () -> delivered(report));

        // Then
        JsonPath seen = sensor.get("/api/v1/reports/" + report);
        assertThat(seen.getString("state")).isEqualTo("acknowledged");
        assertThat(seen.getString("caseReference")).startsWith("CERT-");
        JsonPath there = certLiaison.get("/api/v1/reports/" + seen.getString("caseReference"));
        assertThat(there.getString("latest.submission.title")).isEqualTo("The whole way");
        assertThat(there.getString("liaison.origin.report")).isEqualTo(report);
        assertThat(there.getString("liaison.origin.operator")).isEqualTo("National Time Service, Demo");
    }

    /** They share an administrator, so this shows the mechanism and not that anyone independent has looked. */
    @Test
    void bothInstancesCosignEachOthersLog() {
        for (String[] pair : new String[][] {{"tocsin", "national-cert"}, {"national-cert", "tocsin"}}) {
            // Given
            String log = (pair[0].equals("tocsin") ? Running.stack().tocsin() : Running.stack().cert()).address() + "/audit/log";
            String witness = LogKey.witness(Running.stack().certificates(), pair[1]).key().written();

            // Then
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Await.until(pair[1] + " has cosigned the log of " + pair[0], () -> Verify.run(
                    new String[] {"--log", log, "--witness", witness}, new PrintStream(out, true, StandardCharsets.UTF_8)) == 0);
            assertThat(out.toString(StandardCharsets.UTF_8)).contains("proved: " + pair[1] + "/audit/witness has cosigned the checkpoint");
        }
    }

    @Test
    void killedAfterTheCertAcceptedAndBeforeWeKnew() throws SQLException {
        // Given: the report's row is held, so that the receipt cannot be written down
        String report = sensor.file("Killed with the receipt in hand");
        try (Connection database = Running.stack().database().connect("tocsin", Postgres.OWNER)) {
            liaison.post("/api/v1/triage/" + report + "/claim", Map.of("version", 1)).statusCode(200);
            database.setAutoCommit(false);
            liaison.post("/api/v1/triage/" + report + "/release", Map.of("version", 2)).statusCode(200);
            try (Statement hold = database.createStatement()) {
                hold.execute("select from report where id = '" + report + "' for update");
            }
            Await.until("the CERT has it", () -> inCertsQueue("Killed with the receipt in hand") == 1);

            // When
            Running.stack().tocsin().kill();
            database.rollback();
        }
        Running.stack().tocsin().start();
        Await.until("delivered", () -> delivered(report));

        // Then: a second attempt fetched the first receipt, and the CERT has one report
        assertThat(liaison.delivery(report).getList("[0].attempts")).hasSizeGreaterThan(1);
        assertThat(sensor.delivery(report).getList("")).hasSize(1);
        assertThat(inCertsQueue("Killed with the receipt in hand")).isEqualTo(1);
    }

    @Test
    void killedWhileTheCertIsAway() {
        // Given
        String report = sensor.file("Killed while the CERT is away");
        Running.stack().cert().stop();
        liaison.claimAndRelease(report);
        Await.until("one attempt has failed", () ->
                "retry".equals(liaison.delivery(report).getString("[0].attempts[0].outcome")));

        assertThat(Running.stack().tocsin().ready()).as("a dead CERT is no reason to stop intake").isTrue();
        assertThat(sensor.file("Filed while the CERT is away")).isNotEmpty();

        // When
        Running.stack().tocsin().kill();
        Running.stack().cert().start();
        Running.stack().tocsin().start();
        Await.until("delivered", () -> delivered(report));

        // Then
        assertThat(inCertsQueue("Killed while the CERT is away")).isEqualTo(1);
        assertThat(liaison.delivery(report).getString("[0].attempts[0].reason")).contains("could not be reached");
    }

    private boolean delivered(String report) {
        return "delivered".equals(sensor.delivery(report).getString("[0].state"));
    }

    private long inCertsQueue(String title) {
        List<String> titles = certLiaison.get("/api/v1/triage?limit=200").getList("items.title");
        return titles.stream().filter(title::equals).count();
    }
}
