package org.tocsin.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.local.As;
import org.tocsin.local.Await;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.report.FiledReport;

/** Files that come in parts, and connections that break. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class UploadTest {

    @TestHTTPResource("/")
    URI home;
    @Inject
    UploadSweep sweep;

    private final byte[] content = Files.random(700_000);
    private FiledReport report;

    @BeforeEach
    void aReport() {
        report = FiledReport.by(As.OPERATOR_A);
    }

    private byte[] part(int from, int before) {
        return Arrays.copyOfRange(content, from, before);
    }

    private static void isProblem(Response answer, int status, String kind) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:tocsin:problem:" + kind);
    }

    private static long offset(String upload) {
        return Long.parseLong(As.OPERATOR_A.asks().head(upload).header("Upload-Offset"));
    }

    private static void isWhole(Response answer, byte[] content) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        assertThat(As.LIAISON_1.asks().get(answer.header("Location") + "/content").asByteArray()).isEqualTo(content);
    }

    /** Sends the head and a part of what it announces; when the service has taken some of it, the sender is gone. */
    private void breakOff(String head, byte[] part, int announced, BooleanSupplier taken) throws IOException {
        try (Socket socket = new Socket(home.getHost(), home.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write((head + "\r\nHost: localhost\r\nAuthorization: Bearer " + As.OPERATOR_A.token()
                    + "\r\nContent-Length: " + announced + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(part);
            out.flush();
            Await.until("some of it is taken", taken);
        }
    }

    private long pieces() {
        return Rows.number("select count(*) from attachment_chunk where content_id in "
                + "(select id from attachment_upload where report_id = cast(? as uuid))", report.id());
    }

    private long uploads() {
        return Rows.number("select count(*) from attachment_upload where report_id = cast(? as uuid)", report.id());
    }

    private void untouchedForADay() throws Exception {
        try (Connection owner = Rows.asOwner()) {
            owner.createStatement().execute("update attachment_upload set touched_at = touched_at - interval '25 hours' where report_id = '" + report.id() + "'");
        }
    }

    @Test
    void aFileComesInParts() {
        // Given
        Response begun = Files.begin(As.OPERATOR_A, report, new byte[0]);
        String upload = begun.header("Location");

        // When
        Response first = Files.goOn(As.OPERATOR_A, upload, 0, false, part(0, 300_000));
        Response second = Files.goOn(As.SENSOR_A, upload, 300_000, false, part(300_000, 300_001));
        Response last = Files.goOn(As.OPERATOR_A, upload, 300_001, true, part(300_001, 700_000));

        // Then
        assertThat(begun.statusCode()).isEqualTo(201);
        assertThat(begun.header("Upload-Limit")).isEqualTo("max-size=26214400");
        assertThat(first.statusCode()).isEqualTo(204);
        assertThat(first.header("Upload-Offset")).isEqualTo("300000");
        assertThat(second.header("Upload-Offset")).isEqualTo("300001");
        isWhole(last, content);
        assertThat(last.jsonPath().getString("sha256")).isEqualTo(Files.hex(content));
    }

    @Test
    void whoLostTheLastAnswerIsToldWhereItIs() {
        // Given
        String upload = Files.begin(As.OPERATOR_A, report, part(0, 10)).header("Location");
        String attachment = Files.goOn(As.OPERATOR_A, upload, 10, true, part(10, 700_000)).header("Location");

        // When
        Response asked = As.OPERATOR_A.asks().head(upload);
        Response repeated = Files.goOn(As.OPERATOR_A, upload, 10, true, part(10, 700_000));

        // Then
        assertThat(asked.statusCode()).isEqualTo(204);
        assertThat(asked.header("Upload-Complete")).isEqualTo("?1");
        assertThat(asked.header("Upload-Offset")).isEqualTo("700000");
        assertThat(attachment).endsWith(asked.header("Content-Location"));
        isProblem(repeated, 409, "completed-upload");
        assertThat(attachment).endsWith(repeated.jsonPath().getString("attachment"));
    }

    @Test
    void whatCameBeforeTheConnectionBrokeIsKept() throws IOException {
        // Given
        String upload = URI.create(Files.begin(As.OPERATOR_A, report, new byte[0]).header("Location")).getPath();
        breakOff("PATCH " + upload + " HTTP/1.1\r\nContent-Type: application/partial-upload\r\nUpload-Offset: 0\r\nUpload-Complete: ?1",
                part(0, 400_000), 700_000, () -> offset(upload) >= Limits.PIECE_BYTES);

        // When
        AtomicReference<Response> rest = new AtomicReference<>();
        Await.until("nothing more of it is counted, and it goes on from there", () -> {
            int offset = (int) offset(upload);
            rest.set(Files.goOn(As.OPERATOR_A, upload, offset, true, part(offset, 700_000)));
            return rest.get().statusCode() != 409;
        });

        // Then
        isWhole(rest.get(), content);
    }

    @Test
    void aFileAtOnceWhoseConnectionBrokeLeavesNothing() throws IOException {
        // Given
        long before = Rows.number("select count(*) from attachment_chunk");

        // When
        breakOff("POST " + report.url() + "/attachments?name=broken.bin HTTP/1.1\r\nContent-Type: application/octet-stream",
                part(0, 600_000), 700_000, () -> pieces() >= 2);

        // Then
        Await.until("nothing of it is left", () -> uploads() == 0 && Rows.number("select count(*) from attachment_chunk") == before);
        assertThat(As.OPERATOR_A.asks().get(report.url() + "/attachments").jsonPath().getList("$")).isEmpty();
    }

    /** As a kill leaves it: pieces, one of them not counted, and nobody who goes on. */
    @Test
    void whatNobodyGoesOnWithIsSweptAway() throws Exception {
        // Given
        String upload = Files.begin(As.OPERATOR_A, report, part(0, 600_000)).header("Location");
        sweep.run();
        assertThat(offset(upload)).isEqualTo(600_000);
        assertThat(pieces()).isEqualTo(3);

        // When
        untouchedForADay();
        sweep.run();

        // Then
        assertThat(uploads()).isZero();
        assertThat(Rows.number("select count(*) from attachment_chunk c where not exists (select from attachment_upload u where u.id = c.content_id) "
                + "and not exists (select from attachment_content k where k.id = c.content_id)")).isZero();
        isProblem(Files.goOn(As.OPERATOR_A, upload, 600_000, true, part(600_000, 700_000)), 404, "not-found");
    }

    @Test
    void theSweepLeavesAttachmentsAlone() throws Exception {
        // Given
        String upload = Files.begin(As.OPERATOR_A, report, part(0, 10)).header("Location");
        Response attached = Files.goOn(As.OPERATOR_A, upload, 10, true, part(10, 700_000));

        // When
        untouchedForADay();
        sweep.run();

        // Then
        assertThat(uploads()).isZero();
        isWhole(attached, content);
    }

    /** A piece that was put and not counted before a crash lies where the next writer begins. */
    @Test
    void aPieceThatWasNotCountedIsReplaced() throws Exception {
        // Given
        String upload = Files.begin(As.OPERATOR_A, report, part(0, 100)).header("Location");
        String id = upload.substring(upload.lastIndexOf('/') + 1);
        try (Connection owner = Rows.asOwner()) {
            owner.createStatement().execute("insert into attachment_chunk values ('" + id + "', 100, 'org-a', 1, '\\x00112233')");
        }

        // When
        Response last = Files.goOn(As.OPERATOR_A, upload, 100, true, part(100, 700_000));

        // Then
        isWhole(last, content);
    }

    @Test
    void aRequestAtAnotherPlaceIsToldTheRightOne() {
        // Given
        String upload = Files.begin(As.OPERATOR_A, report, part(0, 100)).header("Location");

        // When
        Response answer = Files.goOn(As.OPERATOR_A, upload, 50, true, part(50, 700_000));

        // Then
        isProblem(answer, 409, "mismatching-upload-offset");
        assertThat(answer.jsonPath().getLong("'expected-offset'")).isEqualTo(100);
        assertThat(answer.jsonPath().getLong("'provided-offset'")).isEqualTo(50);
        isWhole(Files.goOn(As.OPERATOR_A, upload, 100, true, part(100, 700_000)), content);
    }

    @Test
    void aLaterRequestTakesOverFromOneThatHangs() throws IOException {
        // Given
        String upload = URI.create(Files.begin(As.OPERATOR_A, report, new byte[0]).header("Location")).getPath();
        try (Socket hangs = new Socket(home.getHost(), home.getPort())) {
            OutputStream out = hangs.getOutputStream();
            out.write(("PATCH " + upload + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/partial-upload\r\nUpload-Offset: 0\r\n"
                    + "Upload-Complete: ?1\r\nContent-Length: 700000\r\nAuthorization: Bearer " + As.OPERATOR_A.token() + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(part(0, 300_000));
            out.flush();
            Await.until("its first piece is counted", () -> offset(upload) == Limits.PIECE_BYTES);

            // When
            Response last = Files.goOn(As.OPERATOR_A, upload, Limits.PIECE_BYTES, true, part(Limits.PIECE_BYTES, 700_000));
            out.write(part(300_000, 700_000));
            out.flush();
            String other = new String(hangs.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);

            // Then
            isWhole(last, content);
            assertThat(other).isEqualTo("HTTP/1.1 409");
        }
    }

    @Test
    void whatIsLongerOrShorterThanWasSaidIsRefused() {
        // Given
        String upload = Files.holding(As.OPERATOR_A, new byte[0]).queryParam("name", "a").header("Upload-Complete", "?0")
                .header("Upload-Length", 1000).post(report.url() + "/attachments").header("Location");

        // When
        Response shorter = Files.goOn(As.OPERATOR_A, upload, 0, true, part(0, 999));
        Response longer = Files.goOn(As.OPERATOR_A, upload, 999, true, part(999, 1001));
        Response right = Files.goOn(As.OPERATOR_A, upload, 999, true, part(999, 1000));

        // Then
        isProblem(shorter, 400, "inconsistent-length");
        isProblem(longer, 400, "inconsistent-length");
        isWhole(right, part(0, 1000));
    }

    @Test
    void theDigestOfTheWholeAndOfAPartAreChecked() {
        // Given
        String wrong = Files.holding(As.OPERATOR_A, part(0, 10)).queryParam("name", "a").header("Upload-Complete", "?0")
                .header("Repr-Digest", Files.digest(Files.log())).post(report.url() + "/attachments").header("Location");
        String right = Files.begin(As.OPERATOR_A, report, part(0, 10)).header("Location");

        // When
        Response whole = Files.goOn(As.OPERATOR_A, wrong, 10, true, part(10, 700_000));
        Response part = As.OPERATOR_A.asks().contentType("application/partial-upload").body(part(10, 20))
                .header("Upload-Offset", 10).header("Upload-Complete", "?0").header("Content-Digest", Files.digest(part(11, 21))).patch(right);

        // Then
        isProblem(whole, 422, "digest-mismatch");
        isProblem(part, 422, "digest-mismatch");
        assertThat(uploads()).isZero();
        assertThat(Rows.number("select count(*) from attachment_content where digest = decode(?, 'hex')", Files.hex(content))).isZero();
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
        isProblem(announced, 413, "too-large");
        isProblem(over, 413, "too-large");
        assertThat(uploads()).isZero();
    }

    @Test
    void whatIsGivenUpIsGone() {
        // Given
        String upload = Files.begin(As.OPERATOR_A, report, part(0, 300_000)).header("Location");

        // When
        int given = As.OPERATOR_A.asks().delete(upload).statusCode();

        // Then
        assertThat(given).isEqualTo(204);
        assertThat(As.OPERATOR_A.asks().head(upload).statusCode()).isEqualTo(404);
        assertThat(uploads()).isZero();
    }

    @Test
    void noMoreThanTenAreUnderWay() {
        // Given
        IntStream.range(0, 10).forEach(i -> assertThat(Files.begin(As.OPERATOR_A, report, part(0, 5)).statusCode()).isEqualTo(201));

        // When
        Response eleventh = Files.begin(As.OPERATOR_A, report, part(0, 5));

        // Then
        isProblem(eleventh, 409, "too-many-uploads");
    }

    @ParameterizedTest
    @CsvSource({"Upload-Complete,yes", "Upload-Offset,-1", "Upload-Offset,ten"})
    void aHeaderThatCannotBeReadIsRefused(String name, String value) {
        // Given
        String upload = Files.begin(As.OPERATOR_A, report, part(0, 5)).header("Location");
        String offset = name.equals("Upload-Offset") ? value : "5";
        String complete = name.equals("Upload-Complete") ? value : "?1";

        // When
        Response answer = As.OPERATOR_A.asks().contentType("application/partial-upload").body(part(5, 10))
                .header("Upload-Offset", offset).header("Upload-Complete", complete).patch(upload);

        // Then
        isProblem(answer, 400, "bad-upload");
    }

    @Test
    void aPartThatIsNotDeclaredAsOneIsRefused() {
        // Given
        String upload = Files.begin(As.OPERATOR_A, report, part(0, 5)).header("Location");

        // When
        Response answer = Files.holding(As.OPERATOR_A, part(5, 10)).header("Upload-Offset", 5).header("Upload-Complete", "?1").patch(upload);

        // Then
        isProblem(answer, 415, "unsupported-media-type");
    }

    @Test
    void anotherOrganisationsUploadIsNotThere() {
        // Given
        String upload = Files.begin(As.OPERATOR_A, report, part(0, 5)).header("Location");
        String mine = upload.replace(report.id(), FiledReport.by(As.OPERATOR_B).id());

        // When
        Response patched = Files.goOn(As.OPERATOR_B, upload, 5, true, part(5, 10));

        // Then
        isProblem(patched, 404, "not-found");
        isProblem(Files.goOn(As.OPERATOR_B, mine, 5, true, part(5, 10)), 404, "not-found");
        isProblem(As.OPERATOR_B.asks().delete(upload), 404, "not-found");
        assertThat(As.OPERATOR_B.asks().head(upload).statusCode()).isEqualTo(404);
        assertThat(As.AUDITOR.asks().head(upload).statusCode()).isEqualTo(403);
        assertThat(offset(upload)).isEqualTo(5);
    }
}
