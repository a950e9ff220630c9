package org.tocsin.web.overload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SharesTest {

    private final Shares shares = new Shares(10, 4);

    @Test
    void anOwnerGetsUpToItsPartAndNoMore() {
        assertThat(shares.take(4, List.of("a"))).isTrue();
        assertThat(shares.take(1, List.of("a"))).isFalse();
        assertThat(shares.take(4, List.of("b"))).isTrue();
    }

    @Test
    void allTogetherGetNoMoreThanThereIs() {
        assertThat(shares.take(4, List.of("a"))).isTrue();
        assertThat(shares.take(4, List.of("b"))).isTrue();
        assertThat(shares.take(3, List.of("c"))).isFalse();
        assertThat(shares.take(2, List.of("c"))).isTrue();
        assertThat(shares.used()).isEqualTo(10);
    }

    @Test
    void whatOneOwnerCannotHaveIsTakenForNoneOfThem() {
        assertThat(shares.take(4, List.of("a"))).isTrue();
        assertThat(shares.take(1, List.of("b", "a"))).isFalse();
        assertThat(shares.take(4, List.of("b"))).isTrue();
        assertThat(shares.used()).isEqualTo(8);
    }

    @Test
    void whatIsGivenBackCanBeTakenAgain() {
        shares.take(4, List.of("a", "b"));
        shares.give(3, List.of("a", "b"));

        assertThat(shares.take(3, List.of("a"))).isTrue();
        assertThat(shares.take(1, List.of("a"))).isFalse();
        assertThat(shares.used()).isEqualTo(4);
    }

    @Test
    void withoutAnOwnerOnlyTheTotalCounts() {
        assertThat(shares.take(10, List.of())).isTrue();
        assertThat(shares.take(1, List.of())).isFalse();
    }
}
