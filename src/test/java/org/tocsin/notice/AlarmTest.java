package org.tocsin.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlarmTest {

    @ParameterizedTest
    @CsvSource({"report.received,early-warning,,EARLY_WARNING", "report.received,early-warning,low,EARLY_WARNING",
            "report.received,early-warning,critical,CRITICAL", "report.received,notification,critical,CRITICAL",
            "report.received,notification,high,", "report.received,voluntary,,", "report.revised,early-warning,medium,",
            "report.revised,final,critical,CRITICAL", "report.released,early-warning,critical,", "question.asked,early-warning,critical,"})
    void whatIsUrgentRings(String type, String stage, String severity, Alarm alarm) {
        assertThat(Alarm.of(type, stage, severity).orElse(null)).isEqualTo(alarm);
    }
}
