package org.tocsin.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.hostile.ErrorLog;
import org.tocsin.hostile.RawAnswer;
import org.tocsin.hostile.RawConnection;
import org.tocsin.hostile.RawRequest;
import org.tocsin.json.Json;
import org.tocsin.local.As;
import org.tocsin.local.StackResource;
import org.tocsin.report.Drafts;

/** What is no sound request is refused as the sender's fault, in a document, and leaves no error in the log. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class MalformedRequestsTest {

    private static final List<String> ROUTES = List.of("/", "/nowhere", "/triage", "/api/v1/reports", "/api/v1/nowhere",
            "/audit/log/checkpoint", "/cert/v1/submissions", "/openapi", "/static/nothing", "/.well-known/tocsin-keys.json");
    private static final List<String> ACCEPTED = List.of("a", "", ",", ";", "/", "text/", "/html", "a/b/c", "*/*;q=0", "*/*;q=0, text/html;q=0",
            "application/json; charset=utf-8", "text/html;q=abc", "text/html;q=2", "text/html;q=-1", "text/html;level", "\u00ff/\u00fe", "*", "*/json",
            "text/html;q=NaN", "text/html;;;q=", "a, text/html", "\"", "x".repeat(3000));

    @TestHTTPResource("/")
    URI home;

    private RawConnection connection;
    private ErrorLog errors;

    @BeforeEach
    void open() {
        connection = new RawConnection(home);
        errors = ErrorLog.opened();
    }

    @AfterEach
    void nothingIsLoggedAsAnError() {
        errors.close();
        connection.close();
        assertThat(errors.entries()).isEmpty();
    }

    static Stream<Arguments> acceptedAnywhere() {
        return ROUTES.stream().flatMap(route -> ACCEPTED.stream().map(accepted -> Arguments.of(route, accepted)));
    }

    @ParameterizedTest
    @MethodSource("acceptedAnywhere")
    void whateverIsAcceptedTheAnswerIsNoFailure(String route, String accepted) {
        isNoFailure(connection.ask(RawRequest.of("GET", route).with("Accept", accepted)));
    }

    @ParameterizedTest
    @MethodSource("acceptedAnywhere")
    void soItIsForWhoHasAnAccount(String route, String accepted) {
        isNoFailure(connection.ask(RawRequest.of("GET", route).with("Accept", accepted).with("Authorization", "Bearer " + As.LIAISON_1.token())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a", "/", ";", "application/json; charset=", "application/json; charset=bogus", "application/json;charset=\"", "*/*",
            "multipart/form-data", "application/json, text/csv", "\u00ff"})
    void whateverTheBodyIsSaidToBeTheAnswerIsNoFailure(String type) {
        for (String route : List.of("/api/v1/reports", "/api/v1/assets:import", "/api/v1/reports:validate", "/audit/witness/add-checkpoint", "/cert/v1/submissions",
                "/drafts", "/early-warning", "/nowhere", "/language")) {
            isNoFailure(connection.ask(RawRequest.of("POST", route).with("Content-Type", type)
                    .with("Authorization", "Bearer " + As.OPERATOR_A.token()).carrying("{}")));
            isNoFailure(connection.ask(RawRequest.of("POST", route).with("Content-Type", type).with("Sec-Fetch-Site", "same-origin").carrying("a=b")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer .", "Bearer ..", "Bearer", "Bearer ", "Bearer a.b.c", "Bearer a.b.c.d.e", "Bearer \u00e9", "Bearer e30.e30.", "Bearer e30.e30.e30",
            "Bearer bnVsbA.bnVsbA.bnVsbA", "Bearer W10.W10.W10", "bearer .", "Basic", "Basic .", "Basic \u00ff", "DPoP .", "Digest", ".", "", "Bearer eyJhbGciOiJub25lIn0.e30.",
            "Bearer eyJhbGciOjF9.eyJleHAiOiJ4In0.AA", "Bearer eyJhbGciOiJSUzI1NiIsImtpZCI6W119.eyJleHAiOm51bGx9.AA"})
    void noTokenIsAFailure(String authorization) {
        for (String route : List.of("/api/v1/reports", "/audit/log/checkpoint", "/cert/v1/submissions/1", "/", "/triage")) {
            RawAnswer answer = connection.ask(RawRequest.of("GET", route).with("Authorization", authorization));
            isNoFailure(answer);
            if (route.startsWith("/api")) {
                assertThat(answer.status()).isIn(400, 401);
            }
        }
        isNoFailure(connection.ask(RawRequest.of("POST", "/api/v1/reports").with("Authorization", authorization)
                .with("Tocsin-Client-Assertion", authorization).with("Content-Type", "application/json").carrying("{}")));
        isNoFailure(connection.ask(RawRequest.of("POST", "/api/v1/quarantine/nonces").with("Authorization", authorization).carrying("")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "a%00b", "%ff", "%ED%A0%80", "%c0%80", "\u00ff", "%F4%90%80%80", "%0d%0a", "%E2%80%AE", "+", ""})
    void noValueInAQueryIsAFailure(String value) {
        for (String query : List.of("/api/v1/reports?asset=", "/api/v1/reports?text=", "/api/v1/reports?organisation=", "/api/v1/reports?after=", "/api/v1/reports?state=",
                "/api/v1/assets?q=", "/api/v1/assets?organisation=", "/api/v1/assets?after=", "/api/v1/assets/x?organisation=", "/api/v1/assets:coverage?organisation=",
                "/api/v1/audit?actor=", "/api/v1/audit?type=", "/api/v1/audit?report=", "/api/v1/audit?organisation=", "/api/v1/audit?after=", "/api/v1/changes?after=",
                "/api/v1/questions?after=", "/api/v1/questions?state=", "/api/v1/behalf?after=", "/api/v1/quarantine?after=", "/api/v1/triage?after=", "/api/v1/nowhere?x=")) {
            isNoFailure(connection.ask(RawRequest.of("GET", query + value).with("Authorization", "Bearer " + As.LIAISON_1.token())));
            isNoFailure(connection.ask(RawRequest.of("GET", query + value).with("Authorization", "Bearer " + As.OPERATOR_A.token())));
            isNoFailure(connection.ask(RawRequest.of("GET", query + value).with("Authorization", "Bearer " + As.ADMIN.token())));
        }
    }

    @ParameterizedTest
    @CsvSource({"Host,localhost,localhost", "Host,localhost,evil.example", "Authorization,Bearer a,Bearer b", "Content-Type,application/json,text/csv",
            "Idempotency-Key,a,b", "Idempotency-Key,a,a", "If-Match,*,*", "Content-Length,2,2", "Content-Length,2,3", "If-None-Match,\"a\",\"b\"",
            "Range,bytes=0-1,bytes=2-3", "Date,a,b", "Origin,http://localhost,null", "Sec-Fetch-Site,none,cross-site", "Content-Disposition,a,b"})
    void aHeaderThatMayComeOnceIsRefusedTwice(String name, String first, String second) {
        RawRequest twice = RawRequest.of("POST", "/api/v1/reports").with("Content-Type", "application/json")
                .with("Authorization", "Bearer " + As.OPERATOR_A.token()).carrying("{}").without(name).with(name, first).with(name, second);

        RawAnswer answer = connection.ask(twice);

        if (name.startsWith("If-None-Match")) {
            isNoFailure(answer); // a list may come in parts (RFC 9110 section 5.3)
        } else {
            assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Transfer-Encoding: chunked\r\nContent-Length: 5", "Content-Length: 5\r\nTransfer-Encoding: chunked", "Transfer-Encoding: gzip, chunked",
            "Transfer-Encoding: gzip", "Transfer-Encoding: xchunked", "Transfer-Encoding: identity", "Transfer-Encoding: chunked, chunked", "Transfer-Encoding: chunked, identity",
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity", "Transfer-Encoding : chunked", "Content-Length: +5", "Content-Length: 0x5", "Content-Length: 5,5",
            "Content-Length: -1", "Content-Length: 99999999999999999999", "Content-Length: ", "Content-Length: 5 5", "Content-Length: \u00b2", "Transfer-Encoding:\u000bchunked"})
    void aBodyOfDoubtfulLengthIsRefused(String lines) {
        RawRequest start = RawRequest.of("POST", "/api/v1/reports").with("Content-Type", "application/json").with("Authorization", "Bearer " + As.OPERATOR_A.token());
        String head = new String(start.bytes(), StandardCharsets.ISO_8859_1);
        String whole = head.substring(0, head.length() - 2) + lines + "\r\n\r\n" + "0\r\n\r\n";

        RawAnswer answer = connection.ask(whole.getBytes(StandardCharsets.ISO_8859_1), "POST").orElseThrow();

        assertThat(answer.status()).as(answer.toString()).isIn(400, 501);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "-----", ";", ",", "*-*", "de;q=2", "de;q=x", "\u00ff", "de-DE-x-", "-de"})
    void whateverLanguageIsAskedForTheAnswerIsNoFailure(String language) {
        for (String page : List.of("/nowhere", "/signed-out")) {
            isNoFailure(connection.ask(RawRequest.of("GET", page).with("Accept", "text/html").with("Accept-Language", language)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"language=%", "language=%zz", "%00=a", "language=%00", "=", "&&&", "language=\u00ff"})
    void noFieldOfAFormIsAFailure(String form) {
        RawAnswer answer = connection.ask(RawRequest.of("POST", "/language").with("Accept", "text/html").with("Sec-Fetch-Site", "same-origin")
                .with("Content-Type", "application/x-www-form-urlencoded").carrying(form.getBytes(StandardCharsets.ISO_8859_1)));

        isNoFailure(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "a\\u0000b", "\\ud800", "\\udc00\\ud800", "\\u202e", "\\u001b"})
    void noTextInJsonIsAFailure(String text) {
        String report = Drafts.earlyWarning().put("title", "T").toString().replace("\"T\"", "\"" + text + "\"");
        RawAnswer answer = connection.ask(RawRequest.of("POST", "/api/v1/reports").with("Content-Type", "application/json")
                .with("Authorization", "Bearer " + As.OPERATOR_A.token()).carrying(report));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
    }

    private static void isNoFailure(RawAnswer answer) {
        assertThat(answer.status()).as(answer.toString()).isLessThan(500);
        if (answer.status() >= 400 && answer.status() != 499) {
            assertThat(answer.mediaType()).as(answer.toString()).isIn("application/problem+json", "text/html");
            if (answer.mediaType().equals("application/problem+json")) {
                assertThat(Json.tree(answer.body()).path("status").asInt()).isEqualTo(answer.status());
            }
        }
    }
}
