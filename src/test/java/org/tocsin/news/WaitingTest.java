package org.tocsin.news;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.tocsin.local.As;
import org.tocsin.local.Await;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestOrganisation;
import org.tocsin.report.FiledReport;
import org.tocsin.store.Sight;

/** Readers that wait for what has not happened yet. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class WaitingTest {

    private static final int MANY = 100;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;
    @Inject
    Waiting waiting;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private CompletableFuture<HttpResponse<String>> ask(As reader, String path) {
        return http.sendAsync(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + reader.token()).build(), HttpResponse.BodyHandlers.ofString());
    }

    private void waits(As reader, long count) {
        Sight sight = Sight.own(reader == As.OPERATOR_A ? TestOrganisation.A.id() : TestOrganisation.B.id());
        Await.until(count + " wait", () -> waiting.count(sight) == count);
    }

    private static String fromNowOn(As reader, int wait) {
        return Feed.fromNowOn(reader).next() + "&wait=" + wait;
    }

    private static long busyThreads() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().startsWith("executor-thread")
                        && List.of(thread.getValue()).toString().contains("org.tocsin"))
                .count();
    }

    @Test
    void whoWaitsGetsWhatHappensWhenItHappens() {
        // Given
        CompletableFuture<HttpResponse<String>> waiter = ask(As.OPERATOR_B, fromNowOn(As.OPERATOR_B, 30));
        waits(As.OPERATOR_B, 1);

        // When
        FiledReport report = FiledReport.by(As.OPERATOR_B);
        HttpResponse<String> answer = waiter.orTimeout(25, TimeUnit.SECONDS).join();

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains(report.id(), "report.received", "wait=30");
        waits(As.OPERATOR_B, 0);
    }

    @Test
    void whoWaitsInVainGetsAnEmptyAnswerAndTheSameCursor() {
        // Given
        String url = fromNowOn(As.OPERATOR_B, 1);

        // When
        Response answer = As.OPERATOR_B.asks().get(url);

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getList("items")).isEmpty();
        String cursor = url.replaceAll(".*after=([^&]+).*", "$1");
        assertThat(answer.jsonPath().getString("next")).endsWith("after=" + cursor);
    }

    @Test
    void anothersChangeWakesNobody() {
        // Given
        CompletableFuture<HttpResponse<String>> waiter = ask(As.OPERATOR_B, fromNowOn(As.OPERATOR_B, 10));
        Feed liaison = Feed.fromNowOn(As.LIAISON_1);
        waits(As.OPERATOR_B, 1);

        // When
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        liaison.until(report.id(), "report.received");

        // Then
        assertThat(waiter.join().body()).contains("\"items\":[]");
    }

    @Test
    void whoHangsUpWaitsNoLonger() throws IOException {
        // Given
        String request = "GET %s HTTP/1.1\r\nHost: localhost:%d\r\nAuthorization: Bearer %s\r\n\r\n"
                .formatted(fromNowOn(As.OPERATOR_B, 30), port, As.OPERATOR_B.token());

        // When
        try (Socket connection = new Socket("localhost", port)) {
            connection.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            waits(As.OPERATOR_B, 1);
        }

        // Then
        waits(As.OPERATOR_B, 0);
    }

    @Test
    void aHundredWhoWaitTakeNothingFromOthersAndOneMoreIsRefused() {
        // Given
        String url = fromNowOn(As.OPERATOR_A, 30);
        // Two clients, for one may not have so many requests open at once.
        List<CompletableFuture<HttpResponse<String>>> waiters = IntStream.range(0, MANY)
                .mapToObj(i -> ask(i % 2 == 0 ? As.OPERATOR_A : As.SENSOR_A, url)).toList();
        waits(As.OPERATOR_A, MANY);

        // When
        Response more = As.OPERATOR_A.asks().get(url);
        // Other work may go on for a moment; those who wait do so for half a minute.
        Await.until("they keep no threads busy", () -> busyThreads() < 10);
        Await.until("they hold no transactions", () -> Rows.number("""
                select count(*) from pg_stat_activity where usename = 'tocsin_app' and state like 'idle in transaction%'""") < 5);
        Response other = As.OPERATOR_B.asks().get("/api/v1/changes?limit=1");
        FiledReport report = FiledReport.by(As.OPERATOR_A);

        // Then
        assertThat(more.statusCode()).as(more.asString()).isEqualTo(429);
        assertThat(more.jsonPath().getString("type")).isEqualTo("urn:tocsin:problem:too-many-waiting");
        assertThat(other.statusCode()).isEqualTo(200);
        List<String> bodies = waiters.stream().map(CompletableFuture::join).map(HttpResponse::body).distinct().toList();
        assertThat(bodies).hasSize(1).first().asString().contains(report.id());
    }
}
