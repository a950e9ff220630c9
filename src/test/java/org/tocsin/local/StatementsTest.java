package org.tocsin.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class StatementsTest {

    @Test
    void aRequestWithOneQueryTakesItsSightTheQueryAndTheCommit() {
        // Given
        String unknown = "/api/v1/assets/none-such-" + System.nanoTime();
        As.OPERATOR_A.token();

        // When
        Statements statements = Statements.leastOf(() -> As.OPERATOR_A.asks().get(unknown));

        // Then
        assertThat(statements.texts()).hasSize(2);
        assertThat(statements.texts().get(0)).contains("set_config");
        assertThat(statements.roundTrips()).isEqualTo(3);
    }

    @Test
    void whatIsAskedOutsideIsNotCounted() {
        // When
        Statements statements = Statements.of(() -> Rows.number("select count(*) from report"));

        // Then
        assertThat(statements.roundTrips()).isZero();
    }
}
