package org.tocsin.web.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.problem.Problem;

class SliceTest {

    @Test
    void oneItemMoreThanIsShownMakesANextPart() {
        Slice<String> part = Slice.of(List.of("a", "b", "c"), 2, last -> "/list?after=" + last);

        assertThat(part.items()).containsExactly("a", "b");
        assertThat(part.next()).isEqualTo("/list?after=b");
    }

    @Test
    void theLastPartHasNoNext() {
        Slice<String> part = Slice.of(List.of("a", "b"), 2, last -> "/list?after=" + last);

        assertThat(part.items()).containsExactly("a", "b");
        assertThat(part.next()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 500})
    void aPartMayHaveOneToFiveHundredItems(int limit) {
        assertThat(PartSize.of(limit)).isEqualTo(limit);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 501, Integer.MAX_VALUE})
    void noPartIsLarger(int limit) {
        assertThatThrownBy(() -> PartSize.of(limit)).isInstanceOf(Problem.class).hasMessageContaining("500");
    }
}
