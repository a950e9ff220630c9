package org.tocsin.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.local.As;
import org.tocsin.local.RawHttp;
import org.tocsin.local.StackResource;
import org.tocsin.local.WebSession;

/** Addresses that none of ours can be, over a socket. More of them against the packaged service: whole.SpellingsIT. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class PathFilterTest {

    private static final String BROWSER = "Accept: text/html,application/xhtml+xml,*/*;q=0.8";

    @TestHTTPResource("/")
    URI home;

    private RawHttp raw;

    @BeforeEach
    void connection() {
        raw = new RawHttp(home);
    }

    private static String bearer(As who) {
        return "Authorization: Bearer " + who.token();
    }

    private static void isRefused(RawHttp.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.body()).contains("urn:tocsin:problem:bad-address");
    }

    @Test
    void aSessionCookieDoesNotOpenTheApiUnderAnotherSpelling() {
        // Given
        String cookie = "Cookie: " + new WebSession(home).signIn(As.LIAISON_1, "/triage").cookies();
        assertThat(raw.get("/triage", cookie, BROWSER).status()).as("the session is good").isEqualTo(200);

        // When, then
        assertThat(raw.get("/api/v1/triage", cookie).status()).isEqualTo(401);
        isRefused(raw.get("/api;x/v1/triage", cookie));
        isRefused(raw.get("/api%3Bx/v1/triage", cookie));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/reports/%00", "/api/v1/reports/a%0d%0ab", "/api/v1/reports/..", "/api//v1/reports", "/audit/log/%2e/key",
            "/cert/v1/submissions/%ff", "/api/v1/reports?limit=%ff", "/api/v1/reports?text=%00", "/openapi?format=%c0%af", "/q/health/%2e"})
    void aMachineGetsAProblem(String target) {
        isRefused(raw.get(target, bearer(As.OPERATOR_A)));
    }

    /** The framework itself refuses it, without a word; without that check its router would fail on a broken escape. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/reports/%zz", "/api/v1/reports/%", "/api\\v1/reports", "/api/v1/reports?text=%zz", "/api/v1/reports/a<b>"})
    void whatIsNoUriIsRefused(String target) {
        assertThat(raw.get(target, bearer(As.OPERATOR_A)).status()).isEqualTo(400);
    }

    @Test
    void whatWasSentIsNotInTheAnswer() {
        for (String accept : List.of(BROWSER, "Accept: */*")) {
            RawHttp.Answer answer = raw.get("/reports/zebra;zebra%3Cb%3E?zebra=%00zebra", accept, "Accept-Language: de");

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text()).doesNotContain("zebra");
        }
    }

    @Test
    void aPersonGetsAPageInTheirLanguageWithTheHeadersOfPages() {
        RawHttp.Answer answer = raw.get("/reports/;x", BROWSER, "Accept-Language: de");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'self'").contains("frame-ancestors 'none'");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Date")).isNotBlank();
        assertThat(answer.body()).contains("Diese Adresse ist nicht zu gebrauchen");
    }

    /** Its path is decoded and looked at once more; no other escape slips through with it. */
    @Test
    void anEncodedColonIsReadAndWhatElseIsEncodedIsNot() {
        String json = "Content-Type: application/json";

        RawHttp.Answer read = raw.send("POST /api/v1/reports%3Avalidate HTTP/1.1", "{}", bearer(As.OPERATOR_A), json);

        assertThat(read.status()).as(read.text()).isEqualTo(200);
        isRefused(raw.send("POST /api/v1/reports%3Bx%3Avalidate HTTP/1.1", "{}", bearer(As.OPERATOR_A), json));
        isRefused(raw.send("POST /api/v1/reports%3Avalidate;x HTTP/1.1", "{}", bearer(As.OPERATOR_A), json));
        isRefused(raw.send("POST /api/v1/reports%3Avalidate?a=%ff HTTP/1.1", "{}", bearer(As.OPERATOR_A), json));
    }

    @Test
    void whatAProxySendsIsRead() {
        assertThat(raw.get("http://" + home.getAuthority() + "/api/v1/reports", bearer(As.OPERATOR_A)).status()).isEqualTo(200);
        isRefused(raw.get("http://" + home.getAuthority() + "/api;x/v1/reports", bearer(As.OPERATOR_A)));
        isRefused(raw.get("http://user@" + home.getAuthority() + "/api/v1/reports", bearer(As.OPERATOR_A)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/swagger-ui/", "/openapi", "/.well-known/tocsin-keys.json", "/signed-out"})
    void whatIsThereStaysThere(String target) {
        assertThat(raw.get(target, BROWSER).status()).isEqualTo(200);
    }

    /** What follows on the connection is a request of its own, and not the rest of the body. */
    @Test
    void theBodyOfARefusedRequestIsNotTakenForTheNextRequest() {
        RawHttp.Answer answer = raw.send("POST /api;x/v1/reports HTTP/1.1", "GET /signed-out HTTP/1.1\r\n\r\n", "Content-Type: application/json");

        isRefused(answer);
        assertThat(answer.text().split("HTTP/1\\.1 ")).hasSize(2);
    }
}
