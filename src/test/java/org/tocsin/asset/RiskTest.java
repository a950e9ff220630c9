package org.tocsin.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.asset.Entries.server;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskTest {

    @ParameterizedTest
    @CsvSource({
            "2026-01-10, 2026-11-22, OVERDUE",
            "2026-01-10, 2026-11-23, CURRENT",
            "2025-11-22,           , OVERDUE",
            "2025-11-23,           , CURRENT",
            "          , 2026-11-22, OVERDUE",
            "          , 2027-01-01, NEVER_ASSESSED",
            "          ,           , NEVER_ASSESSED"})
    void anAssessmentHoldsUntilItsReviewOrForAYear(String assessed, String due, Risk.State expected) {
        // Given
        AssetDocument asset = server("org-a", "ntp-1").assessed(assessed, due).document();

        // When
        Risk risk = Risk.of(asset, LocalDate.parse("2026-11-23"), Limits.USUAL.riskHolds());

        // Then
        assertThat(risk.state()).isEqualTo(expected);
    }
}
