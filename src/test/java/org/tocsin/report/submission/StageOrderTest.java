package org.tocsin.report.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tocsin.problem.Problem;

class StageOrderTest {

    @ParameterizedTest
    @CsvSource({
        "VOLUNTARY, EARLY_WARNING NOTIFICATION INTERMEDIATE FINAL VOLUNTARY",
        "EARLY_WARNING, EARLY_WARNING NOTIFICATION INTERMEDIATE FINAL",
        "NOTIFICATION, NOTIFICATION INTERMEDIATE FINAL",
        "INTERMEDIATE, NOTIFICATION INTERMEDIATE FINAL",
        "FINAL, FINAL"})
    void eachStageHasThoseThatMayFollow(Stage latest, String following) {
        for (Stage next : Stage.values()) {
            // When
            Problem refused = catchThrowableOfType(Problem.class, () -> StageOrder.check(List.of(latest), next));

            // Then
            assertThat(refused == null).as(next.toString()).isEqualTo(Set.of(following.split(" ")).contains(next.name()));
        }
    }

    @Test
    void theNotificationThatCameIsNotSentAgainAfterAnUpdate() {
        assertThat(catchThrowableOfType(Problem.class, () -> StageOrder.check(
                List.of(Stage.EARLY_WARNING, Stage.NOTIFICATION, Stage.INTERMEDIATE), Stage.NOTIFICATION)).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @EnumSource
    void anyStageIsCorrectedByItself(Stage stage) {
        assertThatCode(() -> StageOrder.check(List.of(Stage.EARLY_WARNING, stage), stage)).doesNotThrowAnyException();
    }
}
