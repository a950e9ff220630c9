package org.tocsin.web.overload;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.local.As;
import org.tocsin.local.Await;
import org.tocsin.local.RawConnection;
import org.tocsin.local.StackResource;
import org.tocsin.report.Drafts;
import org.tocsin.report.FiledReport;

/** A body that comes slowly, or not at all, costs a connection and no thread, and ends with 408. Each test has addresses of its own. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@TestProfile(SmallLimits.class)
class SlowBodiesTest {

    private static final String WITNESS = "POST /audit/witness/add-checkpoint HTTP/1.1\r\nHost: localhost\r\n";

    @TestHTTPResource("/")
    URI home;

    private final List<RawConnection> open = new ArrayList<>();
    private final ScheduledExecutorService trickle = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void close() {
        trickle.shutdownNow();
        open.forEach(RawConnection::close);
    }

    private RawConnection connect(String from) {
        RawConnection connection = RawConnection.open(from, home);
        open.add(connection);
        return connection;
    }

    private static String post(String path, As sender, String type, long length) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + sender.token() + "\r\nContent-Type: " + type
                + "\r\nContent-Length: " + length + "\r\n\r\n";
    }

    private static String reports(As sender, long length) {
        return post("/api/v1/reports", sender, "application/json", length);
    }

    /** A byte every tenth of a second. */
    private RawConnection trickling(String from, String head) {
        RawConnection connection = connect(from).send(head);
        trickle.scheduleWithFixedDelay(() -> connection.send(" "), 0, 100, TimeUnit.MILLISECONDS);
        return connection;
    }

    private String filedFrom(String address) {
        String report = Drafts.earlyWarning().toString();
        return connect(address).send(reports(As.OPERATOR_B, report.length()) + report).answer();
    }

    @Test
    void aBodyThatDoesNotComeIsAnswered408AndTheConnectionEnds() {
        // Given
        RawConnection connection = connect("127.0.2.1").send(reports(As.OPERATOR_A, 400) + "{\"title\":");

        // When
        String answer = connection.answer();

        // Then
        assertThat(answer).startsWith("HTTP/1.1 408 ").contains("application/problem+json", "urn:tocsin:problem:body-too-slow")
                .containsIgnoringCase("connection: close");
        Await.until("the connection is closed", connection::isClosed);
    }

    @Test
    void bytesNowAndThenDoNotMoveTheDeadline() {
        List<RawConnection> slow = List.of(
                trickling("127.0.2.2", reports(As.OPERATOR_A, 400)),
                trickling("127.0.2.2", WITNESS + "Content-Length: 400\r\n\r\n"),
                trickling("127.0.2.2", WITNESS + "Transfer-Encoding: chunked\r\n\r\n190\r\n"));
        assertThat(slow.stream().map(RawConnection::answer)).allSatisfy(answer -> assertThat(answer).startsWith("HTTP/1.1 408 "));
    }

    @Test
    void slowBodiesHoldNoThread() {
        Await.until("a report is filed while the others are still sending", () -> {
            // Given: three times as many as there are threads
            RawConnection first = trickling("127.0.2.3", reports(As.OPERATOR_A, 400));
            for (int i = 1; i < SmallLimits.THREADS; i++) {
                trickling("127.0.2.3", reports(As.OPERATOR_A, 400));
                trickling("127.0.2.3", WITNESS + "Content-Length: 400\r\n\r\n");
                trickling("127.0.2.3", WITNESS + "Transfer-Encoding: chunked\r\n\r\n190\r\n");
            }

            // When
            String answer = filedFrom("127.0.2.4");

            // Then
            assertThat(answer).startsWith("HTTP/1.1 201 ");
            boolean meanwhile = !first.isClosed();
            open.forEach(RawConnection::close);
            return meanwhile;
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST /api/v1/nothing 404", "PATCH /api/v1/reports 405"})
    void whatTheHeadTellsIsRefusedWithoutABody(String expected) {
        String[] words = expected.split(" ");
        String head = words[0] + " " + words[1] + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + As.OPERATOR_A.token()
                + "\r\nContent-Type: application/json\r\nContent-Length: 400\r\n\r\n";
        assertThat(connect("127.0.2.5").send(head).answer()).startsWith("HTTP/1.1 " + words[2]);
    }

    @Test
    void nobodysBodyIsWaitedFor() {
        String head = "POST /api/v1/reports HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 400\r\n";
        assertThat(connect("127.0.2.6").send(head + "\r\n").answer()).startsWith("HTTP/1.1 401 ");
        assertThat(connect("127.0.2.6").send(head + "Authorization: Bearer x.y.z\r\n\r\n").answer()).startsWith("HTTP/1.1 401 ");
        assertThat(connect("127.0.2.6").send(reports(As.AUDITOR, 400)).answer()).startsWith("HTTP/1.1 403 ");
        assertThat(connect("127.0.2.6").send(post("/api/v1/reports", As.OPERATOR_A, "text/plain", 400)).answer()).startsWith("HTTP/1.1 415 ");
        assertThat(connect("127.0.2.6").send(WITNESS + "Content-Length: 200000\r\n\r\n").answer()).startsWith("HTTP/1.1 413 ");
    }

    @Test
    void aConnectionOnWhichAnUnwantedBodyGoesOnComingIsClosed() {
        RawConnection connection = trickling("127.0.2.7", post("/api/v1/nothing", As.OPERATOR_A, "application/json", 100_000));
        assertThat(connection.answer()).startsWith("HTTP/1.1 404 ");
        Await.until("the connection is closed", connection::isClosed);
    }

    @Test
    void aSenderWhoUsesUpItsMemoryIsRefusedAndOthersAreNot() {
        // Given: each brings 200 KiB and says that more comes
        byte[] part = " ".repeat(200 * 1024).getBytes();

        // When: together that is more than a sender may have
        List<RawConnection> six = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            six.add(connect("127.0.2.8").send(reports(As.OPERATOR_A, 250 * 1024)).send(part));
        }

        // Then: whose part came last is refused
        assertThat(six.stream().map(RawConnection::answer)).anySatisfy(answer ->
                assertThat(answer).startsWith("HTTP/1.1 503 ").contains("urn:tocsin:problem:overloaded").containsIgnoringCase("retry-after: "));
        assertThat(filedFrom("127.0.2.9")).startsWith("HTTP/1.1 201 ");
    }

    @Test
    void memoryIsGivenBack() {
        String report = Drafts.earlyWarning().toString();
        String padded = report + " ".repeat(200 * 1024 - report.length());
        RawConnection connection = connect("127.0.2.10");
        for (int i = 0; i < 40; i++) {
            assertThat(connection.send(reports(As.OPERATOR_B, padded.length()) + padded).answer()).startsWith("HTTP/1.1 201 ");
        }
    }

    @Test
    void aSlowUploadIsEndedAndFreesItsPlace() {
        // Given
        String path = FiledReport.by(As.OPERATOR_A).url() + "/attachments?name=slow.bin";
        String head = post(path, As.OPERATOR_A, "application/octet-stream", 20_000_000);
        RawConnection one = trickling("127.0.2.11", head);
        RawConnection other = trickling("127.0.2.11", head);

        // When
        String[] third = new String[1];
        Await.until("both have a place", () -> {
            third[0] = connect("127.0.2.11").send(head).answer();
            return third[0].startsWith("HTTP/1.1 503 ");
        });

        // Then
        assertThat(one.answer()).startsWith("HTTP/1.1 408 ").contains("application/problem+json");
        assertThat(other.answer()).startsWith("HTTP/1.1 408 ");
        byte[] small = new byte[1000];
        assertThat(connect("127.0.2.11").send(post(path, As.OPERATOR_A, "application/octet-stream", small.length)).send(small).answer())
                .startsWith("HTTP/1.1 201 ");
    }

    @Test
    void anImportThatIsStreamedSlowlyIsEndedToo() {
        assertThat(trickling("127.0.2.12", post("/api/v1/assets:import", As.OPERATOR_A, "application/json", 5_000_000)).answer())
                .startsWith("HTTP/1.1 408 ").contains("urn:tocsin:problem:body-too-slow");
    }

    @Test
    void aClientHasOnlySoManyRequestsOpen() {
        // When: as many as it may have, and one more
        String[] answer = new String[1];
        Await.until("all are counted", () -> {
            for (int i = 0; i < 25; i++) {
                connect("127.0.2." + (100 + i)).send(reports(As.SENSOR_A, 400));
            }
            answer[0] = connect("127.0.2.13").send(reports(As.SENSOR_A, 400)).answer();
            return answer[0].startsWith("HTTP/1.1 429 ");
        });

        // Then
        assertThat(answer[0]).contains("urn:tocsin:problem:too-many-at-once").containsIgnoringCase("retry-after: ");
        assertThat(filedFrom("127.0.2.14")).startsWith("HTTP/1.1 201 ");
    }

    @Test
    void anAddressHasOnlySoManyRequestsOpen() {
        // When: as many as it may have, and one more
        String[] answer = new String[1];
        Await.until("all are counted", () -> {
            open.forEach(RawConnection::close);
            for (int i = 0; i < SmallLimits.REQUESTS; i++) {
                connect("127.0.2.15").send(WITNESS + "Content-Length: 400\r\n\r\n");
            }
            answer[0] = connect("127.0.2.15").send("GET /audit/witness/key HTTP/1.1\r\nHost: localhost\r\n\r\n").answer();
            return answer[0].startsWith("HTTP/1.1 429 ");
        });

        // Then
        assertThat(answer[0]).contains("urn:tocsin:problem:too-many-at-once");
        assertThat(filedFrom("127.0.2.16")).startsWith("HTTP/1.1 201 ");
    }

    @Test
    void expensiveOperationsRunAFewAtATime() {
        // When: an import is being streamed, and the same client asks for an export. On a busy machine the export may come first
        String[] answer = new String[1];
        Await.until("the import has the place", () -> {
            RawConnection slow = trickling("127.0.2.17", post("/api/v1/assets:import", As.OPERATOR_A, "application/json", 5_000_000));
            RawConnection other = connect("127.0.2.18").send("GET /api/v1/assets:export HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                    + As.OPERATOR_A.token() + "\r\n\r\n");
            answer[0] = other.answer();
            slow.close();
            other.close();
            return answer[0].startsWith("HTTP/1.1 503 ");
        });

        // Then
        assertThat(answer[0]).contains("urn:tocsin:problem:overloaded").containsIgnoringCase("retry-after: ");
    }
}
