package org.tocsin.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.Surrounded;
import org.tocsin.local.As;
import org.tocsin.local.Await;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.report.FiledReport;

/** With a scanner, nobody gets a file before its verdict. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@TestProfile(Surrounded.class)
class ScanTest {

    private static String attach(FiledReport report, String text) {
        Response answer = Files.attach(As.OPERATOR_A, report, "file.bin", (text + "-" + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        assertThat(answer.jsonPath().getString("state")).isEqualTo("quarantined");
        return answer.header("Location");
    }

    private static String state(String attachment) {
        return As.OPERATOR_A.asks().get(attachment).jsonPath().getString("state");
    }

    private static void is(String attachment, String state) {
        Await.until("it is " + state, () -> state.equals(state(attachment)));
    }

    private static long attempts(String attachment) {
        return Rows.number("select c.scan_attempts from attachment_content c join attachment a on a.content_id = c.id where a.id = cast(? as uuid)",
                attachment.substring(attachment.lastIndexOf('/') + 1));
    }

    private static Response get(As reader, String attachment) {
        return reader.asks().get(attachment + "/content");
    }

    @Test
    void whatTheScannerFindsNothingInIsGivenOut() {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A);

        // When
        String attachment = attach(report, "harmless".repeat(100_000));
        is(attachment, "clean");

        // Then
        assertThat(get(As.LIAISON_1, attachment).statusCode()).isEqualTo(200);
        assertThat(get(As.LIAISON_1, attachment).header("Tocsin-Attachment-State")).isEqualTo("clean");
        assertThat(As.OPERATOR_A.asks().get(attachment).jsonPath().getString("scannedAt")).isNotBlank();
        assertThat(Rows.column("select type from timeline where report_id = cast(? as uuid) and type like 'attachment.%' order by number", report.id()))
                .containsExactly("attachment.added", "attachment.scanned");
    }

    @ParameterizedTest
    @EnumSource(names = {"OPERATOR_A", "SENSOR_A", "LIAISON_1", "AUDITOR"})
    void whatIsInfectedIsGivenToNobody(As reader) {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        String attachment = attach(report, "EICAR");
        is(attachment, "infected");

        // When
        Response answer = get(reader, attachment);

        // Then
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:tocsin:problem:attachment-infected");
        assertThat(answer.jsonPath().getString("finding")).isEqualTo("Eicar-Test-Signature");
        assertThat(reader.asks().get(attachment).jsonPath().getString("finding")).isEqualTo("Eicar-Test-Signature");
        assertThat(Rows.column("select detail::json ->> 'finding' from timeline where report_id = cast(? as uuid) and type = 'attachment.scanned'", report.id()))
                .containsExactly("Eicar-Test-Signature");
    }

    @ParameterizedTest
    @EnumSource(names = {"OPERATOR_A", "LIAISON_1", "AUDITOR"})
    void whatWaitsForAVerdictIsGivenToNobody(As reader) {
        // Given
        String attachment = attach(FiledReport.by(As.OPERATOR_A), "HANG");

        // When
        Response answer = get(reader, attachment);

        // Then
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:tocsin:problem:attachment-quarantined");
        Await.until("it is tried again", () -> attempts(attachment) >= 2);
        assertThat(state(attachment)).isEqualTo("quarantined");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CLOSE-ONCE", "HANG-ONCE", "ERROR-ONCE"})
    void withoutAVerdictTheScannerIsAskedAgain(String failure) {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A);

        // When
        String attachment = attach(report, failure);
        is(attachment, "clean");

        // Then
        assertThat(attempts(attachment)).isEqualTo(2);
        assertThat(Rows.number("select count(*) from timeline where report_id = cast(? as uuid) and type = 'attachment.scanned'", report.id())).isEqualTo(1);
    }

    @Test
    void theSameBytesOfTheSameOrganisationAreNotScannedAgain() {
        // Given
        byte[] content = ("EICAR " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
        is(Files.attach(As.OPERATOR_A, FiledReport.by(As.OPERATOR_A), "one", content).header("Location"), "infected");

        // When
        Response again = Files.attach(As.OPERATOR_A, FiledReport.by(As.OPERATOR_A), "two", content);
        Response others = Files.attach(As.OPERATOR_B, FiledReport.by(As.OPERATOR_B), "three", content);

        // Then
        assertThat(again.jsonPath().getString("state")).isEqualTo("infected");
        assertThat(others.jsonPath().getString("state")).isEqualTo("quarantined");
    }
}
