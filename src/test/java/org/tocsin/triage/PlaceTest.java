package org.tocsin.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.problem.Problem;

class PlaceTest {

    private static final String ID = "0199f7a0-0000-7000-8000-000000000001";

    @Property
    void whatIsWrittenIsReadBack(@ForAll @IntRange(max = 100) int pressing,
            @ForAll @LongRange(max = 4_000_000_000L) long second, @ForAll @IntRange(max = 999_999) int micros,
            @ForAll long high, @ForAll long low) {
        // Given
        Place place = new Place(pressing, Instant.ofEpochSecond(second, micros * 1000L), new UUID(high, low));

        // When
        Place read = Place.read(place.written());

        // Then
        assertThat(read).isEqualTo(place);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", " ", "50", "50 2026-11-23T03:12:00Z", "x 2026-11-23T03:12:00Z " + ID, "50 yesterday " + ID,
        "50 2026-11-23T03:12:00Z nobody", "99999999999 2026-11-23T03:12:00Z " + ID,
        // Read well, but no database keeps it, or a smaller number than it was.
        "50 +1000000000-12-31T23:59:59.999999999Z " + ID, "50 -1000000000-01-01T00:00:00Z " + ID,
        "65586 2026-11-23T03:12:00Z " + ID, "50 2026-11-23T03:12:00Z " + ID + " more"})
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
