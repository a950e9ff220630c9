package org.tocsin.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.impl.HttpUtils;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.web.RequestTarget.Flaw;

class RequestTargetTest {

    private static boolean isSound(String target) {
        String path = path(target);
        return path != null && RequestTarget.flaw(target, path).isEmpty();
    }

    /** As the server takes it. */
    private static String path(String target) {
        int scheme = target.startsWith("/") ? -1 : target.indexOf("://");
        int begin = scheme < 0 ? 0 : target.indexOf('/', scheme + 3);
        if (begin < 0) {
            return "/";
        }
        int end = target.indexOf('?', begin);
        return target.substring(begin, end < 0 ? target.length() : end);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/v1/reports", "/api/v1/reports/", "/api/v1/reports:batch", "/api/v1/reports%3Abatch", "/api/v1/reports%3abatch?x=1",
            "/api/v1/assets/ntp-1.a_B", "/api/v1/assets/a..b", "/.well-known/tocsin-keys.json", "/audit/log/tile/0/x001/234.p/5",
            "/q/swagger-ui/", "/static/bundle/main-ABC123.js", "http://localhost:8080/api/v1/reports", "HTTPS://[::1]:8443/", "http://localhost",
            "http://localhost?x=1", "/?", "/reports?text=%C3%BC+a%20b&x=a/b?c:@!$'()*,;=[]{}|^`\"<>\\"})
    void whatCanBeOursIsSound(String target) {
        assertThat(RequestTarget.flaw(target, path(target))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "api/v1/triage", "localhost:8080", "/api;x/v1/triage", "/api;/v1/triage", "/;/api/v1/triage", "/api/v1/triage;a=b",
            "/api%3Bx/v1/triage", "/api%3bx/v1/triage", "/api%2Fv1/triage", "/api%2fv1%2ftriage", "/api%5Cv1/triage", "/api\\v1\\triage", "/%61pi/v1/triage",
            "/api/v1/triage%00", "/api/v1/triage%00.html", "/api/v1/triage%0d%0aX:%20y", "/api/v1/triage%09", "/api/v1/triage\u0001", "/api/v1/tri\u00e4ge",
            "/api/./v1/triage", "/api/../api/v1/triage", "/x/../api/v1/triage", "/api/v1/triage/.", "/api/v1/triage/..", "/.../api", "/%2e/api/v1/triage",
            "/x/%2e%2e/api/v1/triage", "/x/.%2E/api/v1/triage", "/x/..%2fapi", "//api/v1/triage", "/api//v1/triage", "/api/v1/triage//",
            "/api/v1/triage%", "/api/v1/triage%2", "/api/v1/triage%zz", "/api/v1/triage%u002f", "/api/v1/%c0%af/triage", "/api/v1/%e0%80%af", "/api/v1/%ff",
            "/api/v1/%ed%a0%80", "/api%253Bx/v1/triage", "/api%252fv1", "/%252e%252e/api", "/api/v1/triage#x", "/api/v1/triage#?x", "/api/v1/triage x",
            "/api/v1/reports%3Abatch/x", "/api/v1%3Areports", "/api/v1/reports%3A", "/api/v1/a%3Ab%3Ac", "/api/v1/triage,a", "/api/v1/triage+", "/api/v1/triage!",
            "/~", "/@", "http://user@localhost/api/v1/triage", "http:///api/v1/triage", "http:/api/v1/triage", "ftp://localhost/api/v1/triage",
            "http://localhost\\@evil/api/v1/triage", "http://localhost?x=/api/v1/triage", "http://localhost;x/api", "http://localhost/api;x/v1/triage",
            "x?://h/api/v1/triage", "//localhost/api/v1/triage", "http://localhost//api/v1/triage"})
    void whatNoneOfOursCanBeIsNot(String target) {
        assertThat(RequestTarget.flaw(target, path(target))).contains(Flaw.PATH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "a=%", "a=%1", "a=%zz", "a=%-1", "a=%+1", "a=%\uff11\uff11", "%00=a", "a=%00", "a=b%00c", "a=%c0%80", "a=%c0%af", "a=%ff", "a=%c3",
            "a=%c3x", "a=%ed%a0%80", "a=%f5%80%80%80", "a#b", "a b", "a=\u0000", "a=\u00fc", "a=\u007f", "a=\t"})
    void aQueryThatCannotBeReadIsNot(String query) {
        assertThat(RequestTarget.flaw("/reports?" + query, "/reports")).contains(Flaw.QUERY);
    }

    /** The law for which the filter stands there: no layer can read the path in another way. */
    @Property
    void aPathThatPassesReadsTheSameDecodedAndNormalised(@ForAll("targets") String target) {
        if (isSound(target)) {
            String path = EncodedColons.decoded(path(target));
            assertThat(URLDecoder.decode(path, StandardCharsets.UTF_8)).isEqualTo(path);
            assertThat(HttpUtils.normalizePath(path)).isEqualTo(path);
            assertThat(path).doesNotContain(";", "\\", "//", "/./", "/../", "%");
        }
    }

    @Provide
    Arbitrary<String> targets() {
        return Arbitraries.of(List.of("/", "api", "v1", "triage", "reports", ":", "batch", ".", "..", ";", "%3B", "%3A", "%2F", "%5c", "%2e", "%61", "%", "\\", "?", "#",
                "http://h", "x://y", "@", "%25", "%c0%af", "a", "-", "_")).list().ofMaxSize(9).map(parts -> String.join("", parts));
    }
}
