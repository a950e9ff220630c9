package org.tocsin.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tocsin.local.As;
import org.tocsin.local.Await;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.report.FiledReport;
import org.tocsin.seal.Sha256;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class AuditTrailTest {

    private static final String COMMITTED = """
            select encode(e.commitment, 'hex') || ' ' || encode(p.salt, 'hex') || ' ' || encode(p.content, 'hex')
            from audit_entry e join audit_payload p on p.entry_id = e.id
            where e.report_id::text = ?""";

    private FiledReport report;

    private int version = 1;

    @BeforeEach
    void file() {
        report = FiledReport.by(As.OPERATOR_A);
    }

    private void act(String act, String more) {
        Response answer = As.LIAISON_1.sends("{\"version\": %d%s}".formatted(version, more))
                .post("/api/v1/triage/" + report.id() + "/" + act);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        version = answer.path("version");
    }

    private JsonPath trail(As reader) {
        return reader.asks().get(report.url() + "/audit").jsonPath();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIAISON_1", "AUDITOR"})
    void everyStepHasItsEntryInTheOrderOfTheLog(As reader) {
        // When
        act("claim", "");
        act("grade", ", \"severity\": \"high\"");
        act("unclaim", "");
        act("claim", "");
        act("release", "");
        Await.until("the CERT acknowledged", () -> As.LIAISON_1.asks().get(report.url()).path("state").equals("acknowledged"));
        Await.sequenced();

        // Then
        assertThat(trail(reader).<String>getList("type")).containsExactly("report.received", "report.claimed", "report.graded",
                "report.unclaimed", "report.claimed", "report.released", "act.attributed",
                "delivery.receipted", "report.acknowledged");
        assertThat(trail(reader).getList("actor")).startsWith(As.OPERATOR_A.user(), As.LIAISON_1.user(), As.LIAISON_1.user());
        assertThat(trail(reader).<Integer>getList("index")).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void theOperatorSeesItsOwnPartAndNoPlaces() {
        // Given
        act("claim", "");
        act("grade", ", \"severity\": \"high\"");
        act("release", "");
        Await.sequenced();

        // When
        JsonPath trail = trail(As.OPERATOR_A);

        // Then
        assertThat(trail.<String>getList("type")).startsWith("report.received", "report.released")
                .doesNotContain("report.claimed", "report.graded");
        assertThat(trail.<String>getList("actor")).startsWith(As.OPERATOR_A.user(), "CERT liaison");
        assertThat(trail.prettify()).doesNotContain("liaison-1");
        assertThat(trail.<Map<String, Object>>getList("$")).allSatisfy(entry -> assertThat(entry).doesNotContainKey("index"));
    }

    @Test
    void theEntryOfAReceivedReportSaysWhatWasReceived() {
        // When
        JsonPath trail = trail(As.OPERATOR_A);

        // Then
        String digest = As.OPERATOR_A.asks().get(report.url()).path("latest.bodySha256");
        assertThat(trail.getString("[0].detail.bodySha256")).isEqualTo(digest);
        assertThat(trail.getString("[0].detail.client")).isEqualTo("cli");
    }

    @Test
    void aClaimThatIsRefusedLeavesNoEntry() {
        // Given
        act("claim", "");

        // When
        As.LIAISON_2.sends("{\"version\": 2}").post("/api/v1/triage/" + report.id() + "/claim");

        // Then
        assertThat(trail(As.AUDITOR).<String>getList("type")).containsExactly("report.received", "report.claimed");
    }

    @Test
    void anEntryIsBoundToItsContentByItsSalt() {
        // When
        List<String> committed = Rows.column(COMMITTED, report.id());

        // Then
        assertThat(committed).hasSize(1).allSatisfy(row -> {
            String[] parts = row.split(" ");
            byte[] bound = Sha256.of(HexFormat.of().parseHex(parts[1]), HexFormat.of().parseHex(parts[2]));
            assertThat(parts[0]).isEqualTo(Sha256.hex(bound));
        });
    }
}
