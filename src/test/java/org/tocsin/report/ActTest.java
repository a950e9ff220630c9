package org.tocsin.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tocsin.problem.Problem;

class ActTest {

    @ParameterizedTest
    @EnumSource
    void everyTransitionHasAnAct(State from) {
        // Given
        Set<State> legal = from.next();

        // When
        Set<State> done = EnumSet.noneOf(State.class);
        Stream.of(Act.values()).forEach(act -> done.addAll(act.leads(from)));

        // Then
        assertThat(done).isEqualTo(legal);
    }

    @ParameterizedTest
    @EnumSource
    void whoIsRefusedIsToldWhatIsPossibleAndByWhom(State state) {
        // Given
        Report report = new Report();
        report.state = state;

        // When
        Problem refusal = report.refusal("No.");

        // Then
        assertThat(refusal.status()).isEqualTo(409);
        assertThat(refusal.document()).containsEntry("state", state.code()).containsKey("possible");
        Act.possible(state).forEach(each -> assertThat(refusal.getMessage()).contains(each.act() + " (" + each.by() + ")"));
    }

    @ParameterizedTest
    @EnumSource
    void aRevisionLeadsWhereItMay(State state) {
        // Given
        Report report = new Report();
        report.state = state;

        // When
        boolean possible = Act.REVISE.isPossible(state);

        // Then
        assertThat(possible).isEqualTo(state.revised() == state || state.next().contains(state.revised()));
    }

    @Test
    void whatIsWithdrawnStaysSo() {
        assertThat(Act.possible(State.WITHDRAWN)).isEmpty();
        assertThat(Act.sentence(State.WITHDRAWN)).isEqualTo("Nothing is possible any more.");
    }
}
