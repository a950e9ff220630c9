package org.tocsin.web.overload;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.local.As;
import org.tocsin.local.Await;
import org.tocsin.local.RawConnection;
import org.tocsin.local.StackResource;
import org.tocsin.report.FiledReport;

/** Who does not read what it asked for holds neither a thread nor a connection to the database, and is cut off. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@TestProfile(SmallLimits.class)
class SlowReadersTest {

    /** More than the systems on both sides take in for somebody who does not read. */
    private static final int FILE_BYTES = 20_000_000;
    private static final int SMALL = 4 * 1024;

    @TestHTTPResource("/")
    URI home;

    private final List<RawConnection> open = new ArrayList<>();
    private byte[] file;
    private String content;

    @BeforeEach
    void aLargeFile() {
        file = new byte[FILE_BYTES];
        new Random(7).nextBytes(file);
        String url = FiledReport.by(As.OPERATOR_A).url() + "/attachments";
        content = As.OPERATOR_A.asks().contentType("application/octet-stream").body(file).post(url + "?name=large.bin")
                .then().statusCode(201).extract().header("Location") + "/content";
    }

    @AfterEach
    void close() {
        open.forEach(RawConnection::close);
    }

    private RawConnection asking(String from, As who, String path) {
        RawConnection connection = RawConnection.open(from, home, SMALL).send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + who.token() + "\r\n\r\n");
        open.add(connection);
        return connection;
    }

    @Test
    void aFileIsWholeAndSoIsAPartOfIt() {
        assertThat(As.OPERATOR_A.asks().get(URI.create(content).getPath()).asByteArray()).isEqualTo(file);
        assertThat(As.OPERATOR_A.asks().header("Range", "bytes=300000-900000").get(URI.create(content).getPath()).then().statusCode(206)
                .extract().asByteArray()).isEqualTo(Arrays.copyOfRange(file, 300_000, 900_001));
    }

    @Test
    void whoDoesNotReadHoldsNoThreadAndIsCutOff() {
        // Given: as many as may be, of more clients than there are threads
        List<RawConnection> deaf = new ArrayList<>();
        for (As who : List.of(As.OPERATOR_A, As.LIAISON_1, As.AUDITOR)) {
            for (int i = 0; i < 3; i++) {
                deaf.add(asking("127.0.4." + (10 + deaf.size()), who, URI.create(content).getPath()));
            }
        }

        // When
        FiledReport.by(As.OPERATOR_B);

        // Then
        assertThat(As.AUDITOR.asks().get("/api/v1/triage").statusCode()).isIn(200, 403);
        deaf.forEach(connection -> Await.until("it is cut off", connection::isCutOff));
        Await.until("their places are free", () -> asking("127.0.4.30", As.OPERATOR_A, URI.create(content).getPath()).answerHead().startsWith("HTTP/1.1 200 "));
    }

    @Test
    void aClientTakesOnlySoManyFilesAtOnce() {
        // Given
        for (int i = 0; i < 3; i++) {
            asking("127.0.4." + (40 + i), As.LIAISON_2, URI.create(content).getPath());
        }

        // When
        String[] answer = new String[1];
        Await.until("they have their places", () -> {
            RawConnection fourth = asking("127.0.4.50", As.LIAISON_2, URI.create(content).getPath());
            answer[0] = fourth.answerHead();
            fourth.close();
            return !answer[0].startsWith("HTTP/1.1 200");
        });

        // Then
        assertThat(answer[0]).startsWith("HTTP/1.1 503");
    }

    @Test
    void whoGoesAwayInTheMidstFreesItsPlace() {
        for (int i = 0; i < 12; i++) {
            int place = i;
            Await.until("there is a place", () -> {
                RawConnection connection = asking("127.0.4." + (60 + place), As.LIAISON_1, URI.create(content).getPath());
                String status = connection.answerHead();
                connection.close();
                return status.startsWith("HTTP/1.1 200");
            });
        }
        assertThat(As.OPERATOR_A.asks().get("/api/v1/reports").statusCode()).isEqualTo(200);
    }
}
