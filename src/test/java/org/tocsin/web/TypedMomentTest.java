package org.tocsin.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.problem.Fault;

class TypedMomentTest {

    private static TypedMoment typed(String date, String time, String zone) {
        return new TypedMoment(date, time, zone, false);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23, 04:14, Europe/Berlin, 2026-11-23T03:14:00Z",
            "2026-11-23, 03:14:05.25, UTC, 2026-11-23T03:14:05.250Z",
            "23.11.2026, 3:14, '', 2026-11-23T03:14:00Z",
            "2026-07-01, 09:00, Asia/Shanghai, 2026-07-01T01:00:00Z"})
    void itIsOneMomentInItsZone(String date, String time, String zone, Instant moment) {
        assertThat(Instant.parse(typed(date, time, zone).written())).isEqualTo(moment);
        assertThat(typed(date, time, zone).fault("/at")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23, 25:99, UTC, 2026-11-23 25:99 UTC", "yesterday, '', '', yesterday", "2026-11-23, 03:14, Mars/Base, 2026-11-23 03:14 Mars/Base"})
    void whatCannotBeReadStaysAsItWasTyped(String date, String time, String zone, String typed) {
        assertThat(typed(date, time, zone).written()).isEqualTo(typed);
        assertThat(typed(date, time, zone).fault("/at")).get().extracting(Fault::code).isEqualTo("not-a-time");
    }

    @Test
    void anHourThatClocksHadTwiceOrNeverIsRefusedAndNotGuessed() {
        // Given
        TypedMoment twice = typed("2026-10-25", "02:30", "Europe/Berlin");
        TypedMoment never = typed("2026-03-29", "02:30", "Europe/Berlin");

        // Then
        assertThat(twice.written()).isEqualTo("2026-10-25 02:30 Europe/Berlin");
        assertThat(twice.fault("/at")).get().extracting(Fault::code, Fault::pointer).containsExactly("hour-twice", "/at");
        assertThat(twice.fault("/at").orElseThrow().message()).contains("00:30:00 UTC (UTC+02:00)", "01:30:00 UTC (UTC+01:00)");
        assertThat(never.written()).isEqualTo("2026-03-29 02:30 Europe/Berlin");
        assertThat(never.fault("/at")).get().extracting(Fault::code).isEqualTo("hour-skipped");
    }

    @Test
    void aZoneAloneIsNoTime() {
        assertThat(typed("", "", "Europe/Berlin").isEmpty()).isTrue();
        assertThat(TypedMoment.at(Instant.parse("2026-11-23T03:14:05Z"))).isEqualTo(typed("2026-11-23", "03:14", "UTC"));
    }
}
