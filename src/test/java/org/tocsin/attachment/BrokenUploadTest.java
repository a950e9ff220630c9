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
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.local.As;
import org.tocsin.local.Await;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestOrganisation;
import org.tocsin.report.FiledReport;

/** Connections that break, senders that hang, and what a crash leaves of a file that comes in parts. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class BrokenUploadTest {

    @TestHTTPResource("/")
    URI home;
    @Inject
    UploadSweep sweep;

    private FiledReport report;
    private FileInParts file;

    @BeforeEach
    void aReport() {
        report = FiledReport.by(As.OPERATOR_A);
        file = new FileInParts(report);
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

    private void untouchedForADay() throws Exception {
        try (Connection owner = Rows.asOwner()) {
            owner.createStatement().execute("update attachment_upload set touched_at = touched_at - interval '25 hours' where report_id = '" + report.id() + "'");
        }
    }

    @Test
    void whatCameBeforeTheConnectionBrokeIsKept() throws IOException {
        // Given
        String upload = URI.create(Files.begin(As.OPERATOR_A, report, new byte[0]).header("Location")).getPath();
        breakOff("PATCH " + upload + " HTTP/1.1\r\nContent-Type: application/partial-upload\r\nUpload-Offset: 0\r\nUpload-Complete: ?1",
                file.part(0, 400_000), 700_000, () -> Files.offset(upload) >= Limits.PIECE_BYTES);

        // When
        AtomicReference<Response> rest = new AtomicReference<>();
        Await.until("nothing more of it is counted, and it goes on from there", () -> {
            int offset = (int) Files.offset(upload);
            rest.set(Files.goOn(As.OPERATOR_A, upload, offset, true, file.part(offset, 700_000)));
            return rest.get().statusCode() != 409;
        });

        // Then
        Files.isWhole(rest.get(), file.content);
    }

    private static long ownPieces() {
        return Rows.number("select count(*) from attachment_chunk where organisation_id = ?", As.OPERATOR_A.organisation());
    }

    @Test
    void aFileAtOnceWhoseConnectionBrokeLeavesNothing() throws IOException {
        // Given
        long before = ownPieces();

        // When
        breakOff("POST " + report.url() + "/attachments?name=broken.bin HTTP/1.1\r\nContent-Type: application/octet-stream",
                file.part(0, 600_000), 700_000, () -> file.pieces() >= 2);

        // Then
        Await.until("nothing of it is left", () -> file.uploads() == 0 && ownPieces() == before);
        assertThat(As.OPERATOR_A.asks().get(report.url() + "/attachments").jsonPath().getList("$")).isEmpty();
    }

    /** As a kill leaves it: pieces, one of them not counted, and nobody who goes on. */
    @Test
    void whatNobodyGoesOnWithIsSweptAway() throws Exception {
        // Given
        String upload = Files.begin(As.OPERATOR_A, report, file.part(0, 600_000)).header("Location");
        sweep.run();
        assertThat(Files.offset(upload)).isEqualTo(600_000);
        assertThat(file.pieces()).isEqualTo(3);

        // When
        untouchedForADay();
        sweep.run();

        // Then
        assertThat(file.uploads()).isZero();
        assertThat(Rows.number("select count(*) from attachment_chunk c where not exists (select from attachment_upload u where u.id = c.content_id) "
                + "and not exists (select from attachment_content k where k.id = c.content_id)")).isZero();
        Files.isProblem(Files.goOn(As.OPERATOR_A, upload, 600_000, true, file.part(600_000, 700_000)), 404, "not-found");
    }

    @Test
    void theSweepLeavesAttachmentsAlone() throws Exception {
        // Given
        String upload = Files.begin(As.OPERATOR_A, report, file.part(0, 10)).header("Location");
        Response attached = Files.goOn(As.OPERATOR_A, upload, 10, true, file.part(10, 700_000));

        // When
        untouchedForADay();
        sweep.run();

        // Then
        assertThat(file.uploads()).isZero();
        Files.isWhole(attached, file.content);
    }

    /** A piece that was put and not counted before a crash lies where the next writer begins. */
    @Test
    void aPieceThatWasNotCountedIsReplaced() throws Exception {
        // Given
        String upload = Files.begin(As.OPERATOR_A, report, file.part(0, 100)).header("Location");
        String id = upload.substring(upload.lastIndexOf('/') + 1);
        try (Connection owner = Rows.asOwner()) {
            owner.createStatement().execute("insert into attachment_chunk values ('" + id + "', 100, '" + TestOrganisation.A.id() + "', 1, '\\x00112233')");
        }

        // When
        Response last = Files.goOn(As.OPERATOR_A, upload, 100, true, file.part(100, 700_000));

        // Then
        Files.isWhole(last, file.content);
    }

    @Test
    void aLaterRequestTakesOverFromOneThatHangs() throws IOException {
        // Given
        String upload = URI.create(Files.begin(As.OPERATOR_A, report, new byte[0]).header("Location")).getPath();
        try (Socket hangs = new Socket(home.getHost(), home.getPort())) {
            OutputStream out = hangs.getOutputStream();
            out.write(("PATCH " + upload + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/partial-upload\r\nUpload-Offset: 0\r\n"
                    + "Upload-Complete: ?1\r\nContent-Length: 700000\r\nAuthorization: Bearer " + As.OPERATOR_A.token() + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(file.part(0, 300_000));
            out.flush();
            Await.until("its first piece is counted", () -> Files.offset(upload) == Limits.PIECE_BYTES);

            // When
            Response last = Files.goOn(As.OPERATOR_A, upload, Limits.PIECE_BYTES, true, file.part(Limits.PIECE_BYTES, 700_000));
            out.write(file.part(300_000, 700_000));
            out.flush();
            String other = new String(hangs.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);

            // Then
            Files.isWhole(last, file.content);
            assertThat(other).isEqualTo("HTTP/1.1 409");
        }
    }
}
