package org.tocsin.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.local.As;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.report.FiledReport;

/** Files that come in parts: what each part must say, and how many there may be. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class UploadTest {

    private FiledReport report;
    private FileInParts file;

    @BeforeEach
    void aReport() {
        report = FiledReport.by(As.OPERATOR_A);
        file = new FileInParts(report);
    }

    @Test
    void aFileComesInParts() {
        // Given
        Response begun = Files.begin(As.OPERATOR_A, report, new byte[0]);
        String upload = begun.header("Location");

        // When
        Response first = Files.goOn(As.OPERATOR_A, upload, 0, false, file.part(0, 300_000));
        Response second = Files.goOn(As.SENSOR_A, upload, 300_000, false, file.part(300_000, 300_001));
        Response last = Files.goOn(As.OPERATOR_A, upload, 300_001, true, file.part(300_001, 700_000));

        // Then
        assertThat(begun.statusCode()).isEqualTo(201);
        assertThat(begun.header("Upload-Limit")).isEqualTo("max-size=26214400");
        assertThat(first.statusCode()).isEqualTo(204);
        assertThat(first.header("Upload-Offset")).isEqualTo("300000");
        assertThat(second.header("Upload-Offset")).isEqualTo("300001");
        Files.isWhole(last, file.content);
        assertThat(last.jsonPath().getString("sha256")).isEqualTo(Files.hex(file.content));
    }

    @Test
    void whoLostTheLastAnswerIsToldWhereItIs() {
        // Given
        String upload = Files.begin(As.OPERATOR_A, report, file.part(0, 10)).header("Location");
        String attachment = Files.goOn(As.OPERATOR_A, upload, 10, true, file.part(10, 700_000)).header("Location");

        // When
        Response asked = As.OPERATOR_A.asks().head(upload);
        Response repeated = Files.goOn(As.OPERATOR_A, upload, 10, true, file.part(10, 700_000));

        // Then
        assertThat(asked.statusCode()).isEqualTo(204);
        assertThat(asked.header("Upload-Complete")).isEqualTo("?1");
        assertThat(asked.header("Upload-Offset")).isEqualTo("700000");
        assertThat(attachment).endsWith(asked.header("Content-Location"));
        Files.isProblem(repeated, 409, "completed-upload");
        assertThat(attachment).endsWith(repeated.jsonPath().getString("attachment"));
    }

    @Test
    void aRequestAtAnotherPlaceIsToldTheRightOne() {
        // Given
        String upload = Files.begin(As.OPERATOR_A, report, file.part(0, 100)).header("Location");

        // When
        Response answer = Files.goOn(As.OPERATOR_A, upload, 50, true, file.part(50, 700_000));

        // Then
        Files.isProblem(answer, 409, "mismatching-upload-offset");
        assertThat(answer.jsonPath().getLong("'expected-offset'")).isEqualTo(100);
        assertThat(answer.jsonPath().getLong("'provided-offset'")).isEqualTo(50);
        Files.isWhole(Files.goOn(As.OPERATOR_A, upload, 100, true, file.part(100, 700_000)), file.content);
    }

    @Test
    void whatIsLongerOrShorterThanWasSaidIsRefused() {
        // Given
        String upload = Files.holding(As.OPERATOR_A, new byte[0]).queryParam("name", "a").header("Upload-Complete", "?0")
                .header("Upload-Length", 1000).post(report.url() + "/attachments").header("Location");

        // When
        Response shorter = Files.goOn(As.OPERATOR_A, upload, 0, true, file.part(0, 999));
        Response longer = Files.goOn(As.OPERATOR_A, upload, 999, true, file.part(999, 1001));
        Response right = Files.goOn(As.OPERATOR_A, upload, 999, true, file.part(999, 1000));

        // Then
        Files.isProblem(shorter, 400, "inconsistent-length");
        Files.isProblem(longer, 400, "inconsistent-length");
        Files.isWhole(right, file.part(0, 1000));
    }

    @Test
    void theDigestOfTheWholeAndOfAPartAreChecked() {
        // Given
        String wrong = Files.holding(As.OPERATOR_A, file.part(0, 10)).queryParam("name", "a").header("Upload-Complete", "?0")
                .header("Repr-Digest", Files.digest(Files.log())).post(report.url() + "/attachments").header("Location");
        String right = Files.begin(As.OPERATOR_A, report, file.part(0, 10)).header("Location");

        // When
        Response whole = Files.goOn(As.OPERATOR_A, wrong, 10, true, file.part(10, 700_000));
        Response part = As.OPERATOR_A.asks().contentType("application/partial-upload").body(file.part(10, 20))
                .header("Upload-Offset", 10).header("Upload-Complete", "?0").header("Content-Digest", Files.digest(file.part(11, 21))).patch(right);

        // Then
        Files.isProblem(whole, 422, "digest-mismatch");
        Files.isProblem(part, 422, "digest-mismatch");
        assertThat(file.uploads()).isZero();
        assertThat(Rows.number("select count(*) from attachment_content where digest = decode(?, 'hex')", Files.hex(file.content))).isZero();
    }

    @Test
    void overAllPartsTogetherThereIsOneLimit() {
        // Given
        Response announced = Files.holding(As.OPERATOR_A, new byte[0]).queryParam("name", "a").header("Upload-Complete", "?0")
                .header("Upload-Length", 26214401).post(report.url() + "/attachments");
        String upload = Files.begin(As.OPERATOR_A, report, new byte[20 * Files.MIB]).header("Location");

        // When
        Response over = Files.goOn(As.OPERATOR_A, upload, 20 * Files.MIB, true, new byte[6 * Files.MIB]);

        // Then
        Files.isProblem(announced, 413, "too-large");
        Files.isProblem(over, 413, "too-large");
        assertThat(file.uploads()).isZero();
    }

    @Test
    void whatIsGivenUpIsGone() {
        // Given
        String upload = Files.begin(As.OPERATOR_A, report, file.part(0, 300_000)).header("Location");

        // When
        int given = As.OPERATOR_A.asks().delete(upload).statusCode();

        // Then
        assertThat(given).isEqualTo(204);
        assertThat(As.OPERATOR_A.asks().head(upload).statusCode()).isEqualTo(404);
        assertThat(file.uploads()).isZero();
    }

    @Test
    void noMoreThanTenAreUnderWay() {
        // Given
        IntStream.range(0, 10).forEach(i -> assertThat(Files.begin(As.OPERATOR_A, report, file.part(0, 5)).statusCode()).isEqualTo(201));

        // When
        Response eleventh = Files.begin(As.OPERATOR_A, report, file.part(0, 5));

        // Then
        Files.isProblem(eleventh, 409, "too-many-uploads");
    }

    @ParameterizedTest
    @CsvSource({"Upload-Complete,yes", "Upload-Offset,-1", "Upload-Offset,ten"})
    void aHeaderThatCannotBeReadIsRefused(String name, String value) {
        // Given
        String upload = Files.begin(As.OPERATOR_A, report, file.part(0, 5)).header("Location");
        String offset = name.equals("Upload-Offset") ? value : "5";
        String complete = name.equals("Upload-Complete") ? value : "?1";

        // When
        Response answer = As.OPERATOR_A.asks().contentType("application/partial-upload").body(file.part(5, 10))
                .header("Upload-Offset", offset).header("Upload-Complete", complete).patch(upload);

        // Then
        Files.isProblem(answer, 400, "bad-upload");
    }

    @Test
    void aPartThatIsNotDeclaredAsOneIsRefused() {
        // Given
        String upload = Files.begin(As.OPERATOR_A, report, file.part(0, 5)).header("Location");

        // When
        Response answer = Files.holding(As.OPERATOR_A, file.part(5, 10)).header("Upload-Offset", 5).header("Upload-Complete", "?1").patch(upload);

        // Then
        Files.isProblem(answer, 415, "unsupported-media-type");
    }

    @Test
    void anotherOrganisationsUploadIsNotThere() {
        // Given
        String upload = Files.begin(As.OPERATOR_A, report, file.part(0, 5)).header("Location");
        String mine = upload.replace(report.id(), FiledReport.by(As.OPERATOR_B).id());

        // When
        Response patched = Files.goOn(As.OPERATOR_B, upload, 5, true, file.part(5, 10));

        // Then
        Files.isProblem(patched, 404, "not-found");
        Files.isProblem(Files.goOn(As.OPERATOR_B, mine, 5, true, file.part(5, 10)), 404, "not-found");
        Files.isProblem(As.OPERATOR_B.asks().delete(upload), 404, "not-found");
        assertThat(As.OPERATOR_B.asks().head(upload).statusCode()).isEqualTo(404);
        assertThat(As.AUDITOR.asks().head(upload).statusCode()).isEqualTo(403);
        assertThat(Files.offset(upload)).isEqualTo(5);
    }
}
