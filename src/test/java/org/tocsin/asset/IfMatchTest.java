package org.tocsin.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tocsin.problem.Problem;

class IfMatchTest {

    private final Asset asset = new Asset();
    {
        asset.id = UUID.fromString("01a206ef-a050-77ed-ba7c-265115e1f55c");
        asset.version = 3;
    }

    @Test
    void noConditionIsAlwaysMet() {
        assertThatCode(() -> new IfMatch(null).check(Optional.empty())).doesNotThrowAnyException();
    }

    @Test
    void theTagThatWasReadIsMetAmongOthers() {
        assertThatCode(() -> new IfMatch("\"x\", \"01a206ef-a050-77ed-ba7c-265115e1f55c.3\"").check(Optional.of(asset)))
                .doesNotThrowAnyException();
    }

    @Test
    void anOlderTagIsRefusedWithTheNewerOne() {
        Problem problem = catchThrowableOfType(Problem.class,
                () -> new IfMatch("\"01a206ef-a050-77ed-ba7c-265115e1f55c.2\"").check(Optional.of(asset)));

        assertThat(problem.status()).isEqualTo(412);
        assertThat(problem.document()).containsEntry("etag", "\"01a206ef-a050-77ed-ba7c-265115e1f55c.3\"");
    }

    @Test
    void anythingMeansSomethingThatExists() {
        assertThatCode(() -> new IfMatch("*").check(Optional.of(asset))).doesNotThrowAnyException();
        assertThat(catchThrowableOfType(Problem.class, () -> new IfMatch("*").check(Optional.empty())).status())
                .isEqualTo(412);
    }
}
