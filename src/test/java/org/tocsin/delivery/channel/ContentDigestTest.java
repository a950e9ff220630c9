package org.tocsin.delivery.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentDigestTest {

    /** An example of RFC 9530: appendix D. */
    private static final byte[] WORLD = "{\"hello\": \"world\"}".getBytes(UTF_8);
    private static final String DIGEST = "sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:";

    @Test
    void theDigestOfTheRfcIsFound() {
        assertThat(ContentDigest.of(WORLD)).isEqualTo(DIGEST);
    }

    @Property
    void whatIsWrittenMatches(@ForAll byte[] content) {
        assertThat(ContentDigest.matches(ContentDigest.of(content), content)).isTrue();
    }

    @Test
    void otherAlgorithmsMayStandBesideIt() {
        // Given
        String header = "sha-512=:YMAam51Jz/jOATT6/zvHrLVgOYTGFy1d6GJiOHTohq4yP+pgk4vf2aCsyRZOtw8MjkM7iw7yZ/WkppmM44T3qg==:, "
                + DIGEST + ", unixsum=:AAA=:";

        // When
        boolean matches = ContentDigest.matches(header, WORLD);

        // Then
        assertThat(matches).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "",
            "sha-256",
            "sha-256=X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=",
            "sha-256=\"X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=\"",
            "sha-256=:not base 64:",
            "SHA-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:",
            "sha-512=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:",
            "sha-256=(:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:)",
            "sha-256=::"})
    void whatIsNotADigestDoesNotMatch(String header) {
        assertThat(ContentDigest.matches(header, WORLD)).isFalse();
    }

    @Test
    void noHeaderDoesNotMatch() {
        assertThat(ContentDigest.matches(null, WORLD)).isFalse();
    }

    @Test
    void theDigestOfOtherContentDoesNotMatch() {
        assertThat(ContentDigest.matches(DIGEST, "{\"hello\": \"World\"}".getBytes(UTF_8))).isFalse();
    }
}
