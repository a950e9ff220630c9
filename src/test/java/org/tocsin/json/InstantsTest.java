package org.tocsin.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {

    @ParameterizedTest
    @CsvSource({
            "2026-03-29T01:30:00Z,               2026-03-29T01:30:00.000000Z",
            "2026-03-29T09:30:00.5+08:00,        2026-03-29T01:30:00.500000Z",
            "2026-03-29 01:30:00-00:00,          2026-03-29T01:30:00.000000Z",
            "2026-03-29t01:30:00.123456789z,     2026-03-29T01:30:00.123456Z",
            "1969-12-31T23:59:59.9999999Z,       1969-12-31T23:59:59.999999Z",
            "2016-12-31T23:59:60Z,               2016-12-31T23:59:59.999999Z",
            "2017-01-01T07:59:60.5+08:00,        2016-12-31T23:59:59.999999Z",
            "2024-02-29T00:00:00Z,               2024-02-29T00:00:00.000000Z",
            "0001-01-01T00:00:00+14:00,          0001-01-01T00:00:00.000000Z",
            "9999-12-31T23:59:59-12:00,          9999-12-31T23:59:59.999999Z"})
    void whatever_is_a_time_is_kept_in_utc_with_microseconds(String text, String kept) {
        assertThat(Instants.write(Instants.parse(text).instant())).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-02-30T00:00:00Z", "2025-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-03-29",
            "2026-03-29T24:00:00Z", "2026-03-29T23:60:00Z", "2026-03-29T23:59:61Z", "2026-03-29T01:30Z", "1774747800",
            "2026-03-29T01:30:00+24:00", "٢٠٢٦-03-29T01:30:00Z", "0000-01-01T00:00:00Z"})
    void what_is_not_a_time_has_no_instant(String text) {
        assertThat(Instants.parse(text)).isEqualTo(new Instants.Parsed(null, false));
    }

    @Test
    void a_time_without_an_offset_is_told_from_one_that_is_none() {
        assertThat(Instants.parse("2026-03-29T01:30:00").lacksOffset()).isTrue();
    }
}
