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
import org.tocsin.local.As;
import org.tocsin.local.Await;
import org.tocsin.local.RawConnection;
import org.tocsin.local.StackResource;

/** Connections are counted by address, and ended when their client says nothing, or takes nothing. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@TestProfile(SmallLimits.class)
class ConnectionLimitsTest {

    private static final String KEY = "GET /audit/witness/key HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final int SMALL = 4 * 1024;

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
        RawConnection connection = RawConnection.open(from, home, SMALL);
        open.add(connection);
        return connection;
    }

    @Test
    void anAddressHasOnlySoManyConnections() {
        // Given
        for (int i = 0; i < SmallLimits.CONNECTIONS; i++) {
            assertThat(connect("127.0.3.1").send(KEY).answer()).startsWith("HTTP/1.1 200 ");
        }

        // When
        RawConnection oneMore = connect("127.0.3.1");

        // Then
        Await.until("it is closed at once", oneMore::isClosed);
        assertThat(connect("127.0.3.2").send(KEY).answer()).startsWith("HTTP/1.1 200 ");
        open.remove(0).close();
        Await.until("there is room for another", () -> connect("127.0.3.1").send(KEY).answer().startsWith("HTTP/1.1 200 "));
    }

    @Test
    void whoSendsNoHeadIsCutOff() {
        RawConnection silent = connect("127.0.3.3");
        Await.until("the silent one is closed", silent::isClosed);
    }

    @Test
    void aHeadThatComesByTheByteIsCutOff() {
        RawConnection slow = connect("127.0.3.4").send("GET / HTTP/1.1\r\nX-");
        trickle.scheduleWithFixedDelay(() -> slow.send("a"), 0, 100, TimeUnit.MILLISECONDS);
        Await.until("the slow one is closed", slow::isClosed);
    }

    @Test
    void whoNeverReadsAnAnswerIsCutOff() {
        // Given: pipelined, and more than the system takes in for it
        String ask = "GET /api/v1/reports?limit=100 HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + As.LIAISON_1.token() + "\r\n\r\n";
        String page = "GET /openapi HTTP/1.1\r\nHost: localhost\r\n\r\n";
        RawConnection deaf = connect("127.0.3.5");

        // When
        for (int i = 0; i < 50; i++) {
            deaf.send(i % 2 == 0 ? page : ask);
        }

        // Then
        Await.until("it is cut off", deaf::isCutOff);
        assertThat(connect("127.0.3.6").send(KEY).answer()).startsWith("HTTP/1.1 200 ");
    }
}
