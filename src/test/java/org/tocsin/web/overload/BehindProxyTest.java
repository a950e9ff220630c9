package org.tocsin.web.overload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.local.Await;
import org.tocsin.local.Nginx;
import org.tocsin.local.RawConnection;
import org.tocsin.local.StackResource;

/** Who calls is said by the proxy that is trusted, and by nobody else. nginx as docs/configuration.md has it. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@TestProfile(BehindProxyTest.TrustingOneProxy.class)
class BehindProxyTest {

    private static final String PROXY = "127.0.5.1";
    private static final String KEY = "GET /audit/witness/key HTTP/1.1\r\nHost: localhost\r\n";
    private static final String SLOW = "POST /audit/witness/add-checkpoint HTTP/1.1\r\nHost: localhost\r\nContent-Length: 400\r\n";

    public static class TrustingOneProxy extends SmallLimits {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> overrides = new HashMap<>(super.getConfigOverrides());
            overrides.put("quarkus.http.proxy.proxy-address-forwarding", "true");
            overrides.put("quarkus.http.proxy.trusted-proxies", PROXY);
            return overrides;
        }
    }

    @TestHTTPResource("/")
    URI home;
    @TempDir
    Path directory;

    private final List<RawConnection> open = new ArrayList<>();
    private Nginx nginx;

    @BeforeEach
    void startNginx() {
        assumeTrue(Nginx.program().isPresent(), "nginx is not installed: apt-get install nginx-light");
        nginx = Nginx.before(home, PROXY, directory);
    }

    @AfterEach
    void stop() {
        open.forEach(RawConnection::close);
        if (nginx != null) {
            nginx.close();
        }
    }

    private RawConnection connect(String from, URI to) {
        RawConnection connection = RawConnection.open(from, to);
        open.add(connection);
        return connection;
    }

    @Test
    void theProxyItselfIsNoAddressThatIsLimited() {
        // Given: more connections than an address may have
        for (int i = 0; i < SmallLimits.CONNECTIONS + 10; i++) {
            assertThat(connect(PROXY, home).send(KEY + "X-Forwarded-For: 192.0.2." + i + "\r\n\r\n").answer()).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void whomTheProxyNamesIsCounted() {
        // Given: as many open requests as an address may have, of one client of the proxy
        for (int i = 0; i < SmallLimits.REQUESTS; i++) {
            connect(PROXY, home).send(SLOW + "X-Forwarded-For: 192.0.2.77\r\n\r\n");
        }

        // When
        Await.until("all are counted", () -> connect(PROXY, home).send(KEY + "X-Forwarded-For: 192.0.2.77\r\n\r\n").answer().startsWith("HTTP/1.1 429 "));

        // Then
        assertThat(connect(PROXY, home).send(KEY + "X-Forwarded-For: 192.0.2.78\r\n\r\n").answer()).startsWith("HTTP/1.1 200 ");
        assertThat(connect("127.0.5.2", nginx.address()).send(KEY + "\r\n").answer()).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void whatAnybodyElseForwardsMeansNothing() {
        // Given: a client that claims another address with each request
        for (int i = 0; i < SmallLimits.REQUESTS; i++) {
            connect("127.0.5.3", home).send(SLOW + "X-Forwarded-For: 192.0.2." + i + "\r\n\r\n");
        }

        // Then
        Await.until("they are one address's", () -> connect("127.0.5.3", home).send(KEY + "X-Forwarded-For: 192.0.2.200\r\n\r\n").answer()
                .startsWith("HTTP/1.1 429 "));
    }

    @Test
    void throughNginxAClientCannotClaimAnotherAddress() {
        // Given: the victim's address has all that it may have
        for (int i = 0; i < SmallLimits.REQUESTS; i++) {
            connect(PROXY, home).send(SLOW + "X-Forwarded-For: 127.0.5.4\r\n\r\n");
        }
        Await.until("all are counted", () -> connect(PROXY, home).send(KEY + "X-Forwarded-For: 127.0.5.4\r\n\r\n").answer().startsWith("HTTP/1.1 429 "));

        // When
        String claims = connect("127.0.5.5", nginx.address()).send(KEY + "X-Forwarded-For: 127.0.5.4\r\nForwarded: for=127.0.5.4\r\n\r\n").answer();
        String is = connect("127.0.5.4", nginx.address()).send(KEY + "\r\n").answer();

        // Then
        assertThat(claims).startsWith("HTTP/1.1 200 ");
        assertThat(is).startsWith("HTTP/1.1 429 ");
    }

    @Test
    void nginxWaitsForSlowBodiesItself() {
        for (int i = 0; i < SmallLimits.REQUESTS + 10; i++) {
            connect("127.0.5.6", nginx.address()).send(SLOW + "\r\n");
        }
        assertThat(connect("127.0.5.6", nginx.address()).send(KEY + "\r\n").answer()).startsWith("HTTP/1.1 200 ");
    }
}
