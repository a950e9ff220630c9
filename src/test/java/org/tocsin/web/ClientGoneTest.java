package org.tocsin.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.hostile.ErrorLog;
import org.tocsin.hostile.RawRequest;
import org.tocsin.local.As;
import org.tocsin.local.Await;
import org.tocsin.local.StackResource;
import org.tocsin.report.Drafts;

/** That a client went away is its own affair: no error in the log. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ClientGoneTest {

    @TestHTTPResource("/")
    URI home;
    @Inject
    MeterRegistry metrics;

    private static RawRequest sent(String path, String type) {
        return RawRequest.of("POST", path).with("Authorization", "Bearer " + As.OPERATOR_A.token()).with("Content-Type", type)
                .with("Sec-Fetch-Site", "same-origin").with("Content-Length", "100000");
    }

    static Stream<Arguments> cutShort() {
        return Stream.of(
                sent("/api/v1/reports", "application/json"),
                sent("/api/v1/reports:batch", "application/json"),
                sent("/api/v1/assets:import", "text/csv"),
                sent("/api/v1/reports/REPORT/attachments?name=a.txt", "text/plain"),
                sent("/audit/witness/add-checkpoint", "text/plain"),
                sent("/early-warning", "application/x-www-form-urlencoded"),
                sent("/language", "application/x-www-form-urlencoded"),
                sent("/drafts/x/files/added", "multipart/form-data; boundary=x"),
                sent("/nowhere", "application/json"))
                .map(request -> Arguments.of(request.target(), new String(request.bytes(), StandardCharsets.ISO_8859_1) + "{\"title\":"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cutShort")
    void aBodyThatIsCutShortIsNoError(String target, String bytes) throws IOException {
        String report = As.OPERATOR_A.sends(Drafts.earlyWarning()).post("/api/v1/reports").then().extract().path("id");
        leavesNoError(bytes.replace("REPORT", report));
    }

    static Stream<Arguments> unread() {
        return Stream.of("/api/v1/changes?wait=20", "/api/v1/reports", "/openapi", "/static/bundle/main.js", "/api/v1/assets:export", "/triage")
                .map(path -> Arguments.of(path, new String(RawRequest.of("GET", path).with("Authorization", "Bearer " + As.OPERATOR_A.token()).bytes(),
                        StandardCharsets.ISO_8859_1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unread")
    void anAnswerThatNobodyWaitsForIsNoError(String target, String bytes) throws IOException {
        leavesNoError(bytes);
    }

    /** Neither a connection has a request, nor does a thread still work for one whose connection is gone. */
    private boolean isIdle() {
        return metrics.get("http.server.active.requests").gauges().stream().mapToDouble(Gauge::value).sum() == 0
                && Thread.getAllStackTraces().values().stream().flatMap(Stream::of).noneMatch(frame -> frame.getClassName().startsWith("org.jboss.resteasy.reactive"));
    }

    private void leavesNoError(String bytes) throws IOException {
        try (ErrorLog errors = ErrorLog.opened()) {
            for (int linger = 0; linger <= 1; linger++) {
                try (Socket socket = new Socket(home.getHost(), home.getPort())) {
                    socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
                    if (linger == 0) {
                        socket.setSoLinger(true, 0); // closes with a reset
                    }
                }
            }
            Await.until("nothing is done for a request", this::isIdle);
            assertThat(errors.entries()).isEmpty();
        }
    }
}
