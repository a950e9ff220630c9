package org.tocsin.report;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.json.Json;
import org.tocsin.report.submission.Submission;

class PressingTest {

    @ParameterizedTest
    @CsvSource({"critical,high", "high,medium", "medium,low", "low,info"})
    void theWorsePressesMoreWhateverElseIsSaidOfTheOther(String worse, String better) {
        assertThat(Pressing.of(worse, false, false)).isGreaterThanOrEqualTo(Pressing.of(better, true, true));
        assertThat(Pressing.of(worse, false, false)).isGreaterThan(Pressing.of(better, false, true));
    }

    @Test
    void whatNobodyGradedYetStandsBetweenHighAndMedium() {
        assertThat(Pressing.of(null, false, false))
                .isLessThan(Pressing.of("high", false, false))
                .isGreaterThan(Pressing.of("medium", false, false));
    }

    @Property
    void itStaysWithinItsScale(@ForAll("severities") String severity, @ForAll boolean attack, @ForAll boolean ongoing) {
        assertThat(Pressing.of(severity, attack, ongoing)).isBetween((short) 0, (short) 100);
    }

    @Property
    void anAttackAndHarmThatGoesOnPressMore(@ForAll("severities") String severity, @ForAll boolean ongoing) {
        assertThat(Pressing.of(severity, true, ongoing)).isGreaterThan(Pressing.of(severity, false, ongoing));
        assertThat(Pressing.of(severity, ongoing, true)).isGreaterThan(Pressing.of(severity, ongoing, false));
    }

    @Test
    void theLiaisonsOwnSeverityCounts() {
        // Given
        Report report = new Report();
        report.severity = "critical";
        report.liaisonSeverity = "low";

        // When
        short pressing = Pressing.of(report, Json.MAPPER.convertValue(Drafts.earlyWarning(), Submission.class));

        // Then
        assertThat(pressing).isEqualTo(Pressing.of("low", false, false));
    }

    @Provide
    Arbitrary<String> severities() {
        return Arbitraries.of("critical", "high", "medium", "low", "info").injectNull(0.2);
    }
}
