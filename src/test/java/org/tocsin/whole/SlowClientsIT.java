package org.tocsin.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tocsin.local.BadClients;
import org.tocsin.local.Instance;
import org.tocsin.local.RawConnection;

/** While one address holds all the bad connections that it is let, others are served, and the service says that it is well. */
class SlowClientsIT {

    /** Of each kind; together more than an address may have. */
    private static final int EACH = 100;
    private static final int SUBMISSIONS = 60;
    private static final int FILE_BYTES = 24 * 1024 * 1024;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void anotherAddressSubmitsAndHealthAnswers() throws Exception {
        // Given
        Instance tocsin = Running.stack().tocsin();
        String token = Running.tokens().ofClient("sensor-a");
        String other = Running.tokens().ofClient("sensor-b");
        String report = "/api/v1/reports/" + Running.tocsin(() -> token).file("While others are slow");
        String content = attached(tocsin, token, report);
        URI service = URI.create(tocsin.address());

        try (BadClients bad = new BadClients("127.0.0.1", service, EACH, token, report, content).begin()) {
            for (int i = 0; i < SUBMISSIONS; i++) {
                // When: a new connection each time
                String answer = submitted(service, other);

                // Then
                assertThat(answer).as("submission " + i).startsWith("HTTP/1.1 201 ");
                assertThat(status(tocsin.managementAddress() + "/q/health/ready")).as("ready").isEqualTo(200);
                assertThat(status(tocsin.managementAddress() + "/q/health/live")).as("alive").isEqualTo(200);
            }
            assertThat(bad.opened()).isGreaterThan(EACH);
        }
    }

    private String submitted(URI service, String token) {
        String body = "{\"title\":\"Submitted from elsewhere\",\"awareAt\":\"2026-11-23T03:12:00Z\",\"suspectedMalicious\":\"unknown\",\"crossBorder\":\"unknown\"}";
        try (RawConnection connection = RawConnection.open("127.0.0.2", service)) {
            return connection.send("POST /api/v1/reports HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                    + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body).answer();
        }
    }

    private String attached(Instance tocsin, String token, String report) throws Exception {
        byte[] file = new byte[FILE_BYTES];
        new Random(1).nextBytes(file);
        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(URI.create(tocsin.address() + report + "/attachments?name=large.bin"))
                .header("Authorization", "Bearer " + token).header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(file)).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath() + "/content";
    }

    private int status(String url) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
