package org.tocsin.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.local.RawHttp;
import org.tocsin.local.WebSession;

/** Protected routes of the packaged service under other spellings of their paths: no spelling opens what the plain path does not. */
class SpellingsIT {

    private static final List<String> ROUTES = List.of("/api/v1/triage", "/api/v1/reports", "/cert/v1/submissions/x", "/triage", "/audit");

    private static final String NOBODY = "nobody";
    private static final String SESSION = "a liaison's session";
    private static final String WRONG = "a sensor's token";
    private static final String RIGHT = "a liaison's token";

    private static URI home;
    private static RawHttp service;

    @BeforeAll
    static void start() {
        home = URI.create(Running.stack().tocsin().address() + "/");
        service = new RawHttp(home);
    }

    /** New ones each time, for a machine may be so busy that those of the test's beginning are no longer good. */
    private static String[] credentials(String who) {
        return switch (who) {
            case SESSION -> new String[] {"Cookie: " + new WebSession(home).signIn("liaison-1", "/triage").cookies()};
            case WRONG -> new String[] {"Authorization: Bearer " + Running.tokens().ofClient("sensor-a")};
            case RIGHT -> new String[] {"Authorization: Bearer " + Running.tokens().ofPerson("liaison-1")};
            default -> new String[] {};
        };
    }

    /** Each as what stands for the path "/a/b": its first segment, and the rest with its slash. */
    private static List<String> spellings(String path) {
        int second = path.indexOf('/', 1);
        String first = second < 0 ? path : path.substring(0, second);
        String rest = second < 0 ? "" : path.substring(second);
        String letter = "%%%02x".formatted((int) first.charAt(1)) + first.substring(2);
        List<String> spellings = new ArrayList<>(List.of(
                first + ";" + rest, first + ";x" + rest, first + ";a=b;c=d" + rest, path + ";", path + ";x=y", "/;" + path, "/;x" + path,
                first + "%3B" + rest, first + "%3bx" + rest, path + "%3Bx", first + "%253B" + rest,
                "/%2F" + path.substring(1), first + "%2F" + (rest.isEmpty() ? "" : rest.substring(1)), first + "%5C" + (rest.isEmpty() ? "" : rest.substring(1)),
                "/\\" + path.substring(1), first + "\\" + (rest.isEmpty() ? "" : rest.substring(1)), path + "%2F", path + "%5c",
                path + "%00", path + "%00.css", first + "%00" + rest, path + "%09", path + "%0d%0a", path + "%20", path + "\u0001", path + "%7f",
                "/." + path, "/x/.." + path, first + "/." + rest, first + "/x/.." + rest, path + "/.", path + "/x/..", "/static/.." + path, "/static/..;" + path,
                "/%2e" + path, "/x/%2e%2e" + path, "/x/.%2E" + path, "/x/%252e%252e" + path, "/static/%2e%2e" + path, "/q/swagger-ui/..%2f.." + path,
                "/" + path, "//" + path, first + "/" + rest + "/", path + "//",
                "/" + letter + rest, path + "%", path + "%2", path + "%zz", "/%u0061" + path.substring(2), "/%c0%af" + path.substring(1), path + "%ff",
                path + "#", path + "#/../..", path.substring(1), "*", "x?://h" + path, "http://h;" + path, "http://h?" + path, "http://u:p@h" + path,
                "http://127.0.0.1" + first + ";x" + rest, "HTTP://127.0.0.1" + path, path.toUpperCase(java.util.Locale.ROOT), path + "/", path + ".", path + ".json", path + "?;x"));
        return spellings;
    }

    private static boolean isAnswered(int status) {
        return status / 100 == 2;
    }

    @ParameterizedTest
    @ValueSource(strings = {NOBODY, SESSION, WRONG, RIGHT})
    void noSpellingOpensWhatThePlainPathDoesNot(String who) {
        for (String route : ROUTES) {
            String[] credentials = credentials(who);
            int plain = service.get(route, credentials).status();
            for (String spelling : spellings(route)) {
                int status = service.get(spelling, credentials).status();
                assertThat(isAnswered(status) && !isAnswered(plain)).as("%s: %s is answered %d, and %s is %d", who, route, plain, spelling, status).isFalse();
                assertThat(status).as("%s: %s", who, spelling).isLessThan(500);
            }
        }
    }

    @Test
    void thePlainPathsAreForWhomTheyAreFor() {
        assertThat(service.get("/api/v1/triage", credentials(SESSION)).status()).isEqualTo(401);
        assertThat(service.get("/api/v1/triage", credentials(WRONG)).status()).isEqualTo(403);
        assertThat(service.get("/api/v1/triage", credentials(RIGHT)).status()).isEqualTo(200);
        assertThat(service.get("/triage", credentials(SESSION)).status()).isEqualTo(200);
        assertThat(service.get("/triage", credentials(RIGHT)).status()).isNotEqualTo(200);
    }

    /** What CVE-2026-39852 and CVE-2026-50559 are about ends before authentication: everyone is told the same. */
    @ParameterizedTest
    @ValueSource(strings = {"/api;x/v1/triage", "/api;/v1/triage", "/api%3Bx/v1/triage", "/api/v1/triage;x", "/;x/api/v1/triage", "/api%2Fv1/triage", "/api%5Cv1/triage",
            "/api/v1/triage%00", "/x/../api/v1/triage", "/x/%2e%2e/api/v1/triage", "//api/v1/triage", "/%61pi/v1/triage", "/api/v1/triage%ff"})
    void whatNoRouteContainsIsRefusedWhoeverAsks(String spelling) {
        assertThat(List.of(NOBODY, SESSION, WRONG, RIGHT)).allSatisfy(who -> {
            RawHttp.Answer answer = service.get(spelling, credentials(who));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).contains("urn:tocsin:problem:bad-address");
        });
    }
}
