package org.tocsin.conditional;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class IfMatchTest {

    private final Optional<ETag> present = Optional.of(new ETag("01a206ef-a050-77ed-ba7c-265115e1f55c.3"));

    @Test
    void noConditionIsAlwaysMet() {
        assertThat(new IfMatch(null).holds(Optional.empty())).isTrue();
    }

    @Test
    void theTagThatWasReadIsMetAmongOthers() {
        assertThat(new IfMatch("\"x\", \"01a206ef-a050-77ed-ba7c-265115e1f55c.3\"").holds(present)).isTrue();
    }

    @Test
    void anOlderTagIsNotMet() {
        assertThat(new IfMatch("\"01a206ef-a050-77ed-ba7c-265115e1f55c.2\"").holds(present)).isFalse();
    }

    /** RFC 9110 section 13.1.1: strong comparison. */
    @Test
    void aWeakTagIsNotMet() {
        assertThat(new IfMatch("W/\"01a206ef-a050-77ed-ba7c-265115e1f55c.3\"").holds(present)).isFalse();
    }

    @Test
    void anythingMeansSomethingThatExists() {
        assertThat(new IfMatch("*").holds(present)).isTrue();
        assertThat(new IfMatch("*").holds(Optional.empty())).isFalse();
    }
}
