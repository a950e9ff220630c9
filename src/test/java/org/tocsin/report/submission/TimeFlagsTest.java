package org.tocsin.report.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.report.submission.TimeFlags.Flag.*;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeFlagsTest {

    private static final Instant RECEIVED = Instant.parse("2026-11-23T04:00:00Z");

    private static Submission submission(String awareAt, String more) {
        String document = "{\"title\":\"t\",\"suspectedMalicious\":\"no\",\"crossBorder\":\"no\",\"awareAt\":\"" + awareAt + "\"" + more + "}";
        SubmissionOutcome outcome = SubmissionReader.read(document.getBytes(StandardCharsets.UTF_8));
        return ((SubmissionOutcome.Sound) outcome).submission();
    }

    @Test
    void ordinary_times_raise_no_flag_and_a_small_skew_is_told() {
        // When
        TimeFlags flags = TimeFlags.of(submission("2026-11-23T03:12:00Z", ""), RECEIVED, RECEIVED.minusSeconds(2));
        // Then
        assertThat(flags.flags()).isEmpty();
        assertThat(flags.skewSeconds()).isEqualTo(-2);
    }

    @Test
    void without_a_date_the_skew_is_unknown() {
        assertThat(TimeFlags.of(submission("2026-11-23T03:12:00Z", ""), RECEIVED, null).skewSeconds()).isNull();
    }

    @Test
    void odd_times_are_flagged_and_kept() {
        // Given
        Submission odd = submission("9999-12-31T23:59:59Z", ",\"classifiedAt\":\"0001-01-01T00:00:00Z\","
                + "\"occurred\":{\"from\":\"9999-12-31T23:59:60Z\",\"to\":\"1970-01-01T00:00:00Z\"},"
                + "\"observations\":[{\"type\":\"ntp\",\"observedAt\":{\"from\":\"2036-02-07T06:28:16Z\"}}]");
        // When
        TimeFlags flags = TimeFlags.of(odd, RECEIVED, RECEIVED.plusSeconds(3600));
        // Then
        assertThat(flags.flags()).containsExactly(AWARE_AT_IN_FUTURE, CLASSIFIED_BEFORE_AWARE, OCCURRED_AFTER_AWARE,
                OCCURRED_IN_FUTURE, FROM_AFTER_TO, OBSERVED_IN_FUTURE, SENDER_CLOCK_OFF);
        assertThat(flags.skewSeconds()).isEqualTo(3600);
    }

    @Test
    void a_report_from_the_epoch_is_very_old() {
        assertThat(TimeFlags.of(submission("1970-01-01T00:00:00Z", ""), RECEIVED, null).flags())
                .containsExactly(AWARE_AT_VERY_OLD);
    }
}
