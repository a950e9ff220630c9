package org.tocsin.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.problem.Problem;

class PlaceTest {

    private static final String ID = "0199f7a0-0000-7000-8000-000000000001";

    @Property
    void whatIsWrittenIsReadBack(@ForAll @IntRange(max = 100) int pressing, @ForAll long high, @ForAll long low) {
        // Given
        Place place = new Place(pressing, new UUID(high, low));

        // When
        Place read = Place.read(place.written());

        // Then
        assertThat(read).isEqualTo(place);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", " ", "50", ID, "x " + ID, "50 nobody", "99999999999 " + ID, "50 " + ID + " more",
        // Read well, but a smaller number than it was.
        "65586 " + ID})
    void whatWeDidNotWriteIsRefused(String plain) {
        // Given
        String written = Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));

        // When
        Problem refused = catchThrowableOfType(Problem.class, () -> Place.read(written));

        // Then
        assertThat(refused).isNotNull();
        assertThat(refused.status()).isEqualTo(400);
    }

    @Property
    void anythingAtAllIsReadOrRefused(@ForAll String written) {
        // When
        Throwable refused = catchThrowableOfType(Throwable.class, () -> Place.read(written));

        // Then
        if (refused != null) {
            assertThat(refused).isInstanceOf(Problem.class);
        }
    }
}
