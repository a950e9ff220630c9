package org.tocsin.asset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {

    @ParameterizedTest
    @CsvSource({
            "2001:DB8::1, 2001:db8:0:0:0:0:0:1",
            "2001:0db8:0000:0000:0000:0000:0000:0001, 2001:db8::1",
            "[2001:db8::1], 2001:db8::1",
            "::ffff:192.0.2.17, 192.0.2.17",
            "' 192.0.2.17 ', 192.0.2.17"})
    void oneAddressHasOneSpelling(String one, String other) {
        // When
        var spelt = Spelling.ip(one);

        // Then
        assertThat(spelt).isPresent().isEqualTo(Spelling.ip(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2", "192.0.2.256", "192.0.2.01", "0x7f.1", "localhost", "192.0.2.0/24", "fe80::1%eth0",
            "1:2:3", ":", ".:1", ""})
    void whatIsNotAnAddressIsNotGuessed(String text) {
        // When
        var spelt = Spelling.ip(text);

        // Then
        assertThat(spelt).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
            "00:1B:19:FF:FE:00:01:02",
            "001b19.fffe.000102",
            "001b19.fffe.000102-1",
            "00-1b-19-ff-fe-00-01-02",
            "0x001b19fffe000102"})
    void oneClockIdentityHasOneSpelling(String text) {
        // When
        var spelt = Spelling.clockIdentity(text);

        // Then
        assertThat(spelt).contains("001b19fffe000102");
    }

    @Test
    void aClockIdentityOfTheWrongLengthIsRefused() {
        // When
        var spelt = Spelling.clockIdentity("00:1b:19:00:01:02");

        // Then
        assertThat(spelt).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
            "NTP1.Time.Example., ntp1.time.example",
            "zürich.example, xn--zrich-kva.example",
            "ntp-1, ntp-1"})
    void oneHostNameHasOneSpelling(String text, String expected) {
        // When
        var spelt = Spelling.hostname(text);

        // Then
        assertThat(spelt).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "-dash.example", "a..b", "<script>", ""})
    void whatCannotBeAHostNameIsRefused(String text) {
        // When
        var spelt = Spelling.hostname(text);

        // Then
        assertThat(spelt).isEmpty();
    }
}
