package org.tocsin.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.problem.Problem;

class RequestHeadTest {

    private static Optional<Integer> status(String name, String... values) {
        return new RequestHead(asked -> Map.of(name, List.of(values)).getOrDefault(asked, List.of())).fault().map(Problem::status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host", "Authorization", "Content-Type", "Content-Length", "Idempotency-Key", "If-Match", "Range", "Origin"})
    void aHeaderOfOneValueComesOnce(String name) {
        assertThat(status(name, "a", "a")).contains(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"If-None-Match", "Cookie", "X-Forwarded-For", "Via", "Accept-Language"})
    void aListMayComeInParts(String name) {
        assertThat(status(name, "a", "b")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:8080", "tocsin.example", "127.0.0.1:1", "[::1]:8443", "my_host"})
    void aHostIsANameOrAnAddress(String host) {
        assertThat(status("Host", host)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a/b", "user@host", "host:port", "host:123456", "[::1", "a,b", "\u00e9.example", "a?b", "a#b", "a\\b"})
    void whatIsNoHostIsRefused(String host) {
        assertThat(status("Host", host)).contains(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"application/json|0", "application/json; charset=UTF-8|0", "text/csv;charset=\"iso-8859-1\"|0", "multipart/form-data; boundary=x|0",
            "''|400", "json|400", "multipart/form-data|400", "multipart/form-data; boundary=\"\"|400", "text/csv; charset=bogus|415", "text/csv; charset=\"\"|415"})
    void aContentTypeIsOneThatCanBeRead(String type, int status) {
        assertThat(status("Content-Type", type).orElse(0)).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"application/json|0", "''|0", "*/*;q=0|406", "text/html;q=0, application/json;q=0.0|406", "text/html;q=0, */*|0", "a|400"})
    void acceptIsAListThatLeavesSomething(String accept, int status) {
        assertThat(status("Accept", accept).orElse(0)).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer .", "bearer ..", "Bearer a.b.c", "Bearer e30.e30.", "Bearer e30.W10.e30", "Bearer bnVsbA.e30.e30", "Bearer e30.e30.e30.e30",
            "BEARER x"})
    void aTokenThatCannotBeOneIsRefused(String authorization) {
        assertThat(status("Authorization", authorization)).contains(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "Bearer e30.e30.e30 e30.e30.e30", "Bearer e30=.e30.e30", "Bearer a,b"})
    void whatIsNoTokenAtAllIsAMalformedRequest(String authorization) {
        assertThat(status("Authorization", authorization)).contains(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic eDp5", "Bearertoken", "", "Negotiate ."})
    void whatIsNoBearerTokenIsLeftToAuthentication(String authorization) {
        assertThat(status("Authorization", authorization)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "bearer ", "Bearer   "})
    void aTokenGoesOn(String scheme) {
        String object = Base64.getUrlEncoder().withoutPadding().encodeToString("{\"a\":1}".getBytes(StandardCharsets.UTF_8));

        assertThat(status("Authorization", scheme + object + "." + object + ".c2ln")).isEmpty();
    }
}
