package org.tocsin.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.junit.jupiter.api.Test;
import org.tocsin.problem.Fault;

class ShapeTest {

    record Bell(@Schema(required = true, maxLength = 3, pattern = "^[a-z🔔]+$") String name,
                @Schema(minItems = 1, maxItems = 2) List<Integer> tones, Long weight) {
    }

    record Broken(double weight) {
    }

    private static List<Fault> check(String document) throws JsonProcessingException {
        return Shape.of(Bell.class).check(Json.MAPPER.readTree(document));
    }

    @Test
    void null_is_absent_and_absent_is_missing_only_where_it_is_required() throws JsonProcessingException {
        assertThat(check("{\"name\":\"a\",\"tones\":null}")).isEmpty();
        assertThat(check("{\"name\":null}")).extracting(Fault::pointer, Fault::code)
                .containsExactly(tuple("/name", "missing"));
    }

    @Test
    void lengths_count_characters_and_not_their_halves() throws JsonProcessingException {
        assertThat(check("{\"name\":\"🔔🔔🔔\"}")).isEmpty();
        assertThat(check("{\"name\":\"🔔🔔🔔🔔\"}")).extracting(Fault::code).containsExactly("too-long");
    }

    @Test
    void a_pattern_ends_at_the_very_end() throws JsonProcessingException {
        assertThat(check("{\"name\":\"a\\n\"}")).extracting(Fault::code).containsExactly("wrong-form");
    }

    @Test
    void counts_and_ranges_of_integers_are_held() throws JsonProcessingException {
        assertThat(check("{\"name\":\"a\",\"tones\":[],\"weight\":3000000000}")).extracting(Fault::code)
                .containsExactly("too-few-items");
        assertThat(check("{\"name\":\"a\",\"tones\":[3000000000,1,2]}")).extracting(Fault::code)
                .containsExactly("too-many-items", "out-of-range");
    }

    @Test
    void a_record_with_a_double_has_no_shape() {
        assertThatThrownBy(() -> Shape.of(Broken.class)).hasMessageContaining("double");
    }
}
