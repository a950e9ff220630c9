package org.tocsin.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tocsin.problem.Problem;

class StateTest {

    private static Report in(State state) {
        Report report = new Report();
        report.state = state;
        return report;
    }

    @Test
    void theUsualWayIsOpen() {
        // Given
        Report report = in(State.RECEIVED);

        // When
        List.of(State.IN_TRIAGE, State.RELEASED, State.FORWARDED, State.ACKNOWLEDGED, State.CLOSED).forEach(report::go);

        // Then
        assertThat(report.state).isEqualTo(State.CLOSED);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoWayOnIsRefusedAndChangesNothing(State from) {
        for (State to : EnumSet.complementOf(copy(from.next()))) {
            // Given
            Report report = in(from);

            // When
            Problem refused = catchThrowableOfType(Problem.class, () -> report.go(to));

            // Then
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.document()).containsEntry("state", from.code());
            assertThat(report.state).isEqualTo(from);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyStateButTheFirstCanBeReached(State state) {
        // Given
        Set<State> reached = EnumSet.of(State.RECEIVED);

        // When
        while (reached.addAll(reached.stream().flatMap(each -> each.next().stream()).toList())) {
            // there was more
        }

        // Then
        assertThat(reached).contains(state);
    }

    @Test
    void nothingGoesOnFromAWithdrawal() {
        assertThat(State.WITHDRAWN.next()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void itsWordIsReadBack(State state) {
        assertThat(State.of(state.code())).isEqualTo(state);
    }

    private static EnumSet<State> copy(Set<State> states) {
        EnumSet<State> copy = EnumSet.noneOf(State.class);
        copy.addAll(states);
        return copy;
    }
}
