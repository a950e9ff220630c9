package org.tocsin.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.local.As;
import org.tocsin.local.StackResource;
import org.tocsin.report.FiledReport;

/** How the bytes of an attachment are given out: whole, in part, and so that no browser runs them. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class AttachmentContentTest {

    @ParameterizedTest
    @EnumSource(names = {"OPERATOR_A", "SENSOR_A", "LIAISON_1", "AUDITOR"})
    void whatIsAttachedComesBackToTheLastByte(As reader) {
        // Given
        FiledReport report = FiledReport.by(As.SENSOR_A);
        byte[] content = Files.random(3 * Files.MIB + 17);

        // When
        Response answer = Files.attach(As.SENSOR_A, report, "phase.bin", content);

        // Then
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        assertThat(answer.jsonPath().getString("sha256")).isEqualTo(Files.hex(content));
        assertThat(answer.jsonPath().getLong("size")).isEqualTo(content.length);
        Response shown = reader.asks().get(answer.header("Location"));
        assertThat(shown.asByteArray()).isEqualTo(answer.asByteArray());
        assertThat(reader.asks().get(shown.jsonPath().getString("content")).asByteArray()).isEqualTo(content);
        assertThat(reader.asks().get(report.url() + "/attachments").jsonPath().getList("name")).containsExactly("phase.bin");
    }

    @Test
    void aBrowserSavesItAndNeitherShowsNorRunsIt() {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        byte[] content = Files.log();
        String url = Files.attach(As.OPERATOR_A, report, "Zeit – été.html", content).header("Location") + "/content";

        // When
        Response answer = As.LIAISON_1.asks().header("Accept-Encoding", "gzip").get(url);

        // Then
        assertThat(answer.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"Zeit _ _t_.html\"; filename*=UTF-8''Zeit%20%E2%80%93%20%C3%A9t%C3%A9.html");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy")).startsWith("sandbox; default-src 'none'");
        assertThat(answer.header("ETag")).isEqualTo("\"" + Files.hex(content) + "\"");
        assertThat(answer.header("Content-Length")).isEqualTo(Integer.toString(content.length));
        assertThat(answer.header("Content-Encoding")).isNull();
        assertThat(answer.header("Tocsin-Attachment-State")).isEqualTo("not-scanned");
    }

    @ParameterizedTest
    @CsvSource({"bytes=0-0,0,1", "bytes=5-,5,600000", "bytes=-7,599993,600000", "bytes=262143-262144,262143,262145",
            "bytes=100-9999999,100,600000"})
    void aPartIsGivenOut(String range, int from, int before) {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        byte[] content = Files.random(600_000);
        String url = Files.attach(As.OPERATOR_A, report, "a.bin", content).header("Location") + "/content";

        // When
        Response answer = As.OPERATOR_A.asks().header("Range", range).header("If-Range", "\"" + Files.hex(content) + "\"").get(url);

        // Then
        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(answer.header("Content-Range")).isEqualTo("bytes " + from + "-" + (before - 1) + "/600000");
        assertThat(answer.asByteArray()).isEqualTo(java.util.Arrays.copyOfRange(content, from, before));
    }

    @Test
    void aPartOfWhatItIsNoLongerIsNotWanted() {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        byte[] content = Files.log();
        String url = Files.attach(As.OPERATOR_A, report, "a.log", content).header("Location") + "/content";

        // When
        Response stale = As.OPERATOR_A.asks().header("Range", "bytes=0-3").header("If-Range", "\"another\"").get(url);
        Response several = As.OPERATOR_A.asks().header("Range", "bytes=0-3,5-6").get(url);

        // Then
        assertThat(List.of(stale.statusCode(), several.statusCode())).containsExactly(200, 200);
        assertThat(stale.asByteArray()).isEqualTo(content);
        assertThat(several.asByteArray()).isEqualTo(content);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=5000-", "bytes=-0"})
    void aPartThatIsNotThereIsRefused(String range) {
        // Given
        byte[] content = Files.log();
        Response attached = Files.attach(As.OPERATOR_A, FiledReport.by(As.OPERATOR_A), "a.log", content);

        // When
        Response answer = As.OPERATOR_A.asks().header("Range", range).get(attached.header("Location") + "/content");

        // Then
        Files.isProblem(answer, 416, "bad-range");
        assertThat(answer.header("Content-Range")).isEqualTo("bytes */" + content.length);
    }

    @Test
    void whoHasItIsToldSo() {
        // Given
        byte[] content = Files.log();
        Response attached = Files.attach(As.OPERATOR_A, FiledReport.by(As.OPERATOR_A), "a.log", content);

        // When
        Response answer = As.OPERATOR_A.asks().header("If-None-Match", "\"" + Files.hex(content) + "\"")
                .get(attached.header("Location") + "/content");

        // Then
        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.asByteArray()).isEmpty();
    }
}
