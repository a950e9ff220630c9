package org.tocsin.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.json.Json;

class TokenTimesTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_000_000);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"iat": 999900, "exp": 1000100}                  |
            {"iat": 1000003, "exp": 1000303}                 |
            {"exp": 1000001}                                 |
            {"exp": 1000000}                                 | expired
            {"iat": 1000, "exp": 2000}                       | expired
            {"nbf": 1000001, "exp": 1000301}                 | not-yet-valid
            {"nbf": 1000000, "exp": 1000301}                 |
            {"nbf": 1000000000, "exp": 1}                    | not-yet-valid
            {"iat": 1000}                                    |
            {"exp": "soon"}                                  |
            {"exp": 99999999999999999999999}                 |
            {}                                               |
            """)
    void sayWhatIsWrongAsAuthenticationSeesIt(String claims, String wrong) {
        assertThat(TokenTimes.of(Json.tree(claims.getBytes())).wrongAt(NOW).orElse(null)).isEqualTo(wrong);
    }
}
