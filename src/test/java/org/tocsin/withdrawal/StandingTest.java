package org.tocsin.withdrawal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.report.State;

class StandingTest {

    @ParameterizedTest
    @CsvSource({"false, false, false, false, RECEIVED", "false, false, false, true, IN_TRIAGE", "false, true, true, false, RECEIVED",
        "true, true, false, false, RELEASED", "true, true, true, true, RELEASED", "true, false, false, false, FORWARDED",
        "true, false, true, false, ACKNOWLEDGED"})
    void aReportGoesBackToWhereItWouldBe(boolean released, boolean pending, boolean hasCase, boolean held, State expected) {
        assertThat(WithdrawalCourse.standing(released, pending, hasCase, held)).isEqualTo(expected);
        assertThat(State.WITHDRAWAL_ASKED.next()).contains(expected);
    }
}
