package org.tocsin.report.submission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.json.Json;

class ExamplesTest {

    private static final List<String> ALL = List.of("early-warning", "gnss-spoofing", "ptp-grandmaster-change",
            "ntp-stratum-1-jump", "configuration-change", "compromised-phone");

    static byte[] example(String name) {
        try (InputStream in = ExamplesTest.class.getResourceAsStream("/reports/" + name + ".json")) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new IllegalStateException(name, unreadable);
        }
    }

    private static SubmissionOutcome.Sound sound(byte[] body) {
        SubmissionOutcome outcome = SubmissionReader.read(body);
        assertThat(outcome).isInstanceOf(SubmissionOutcome.Sound.class);
        return (SubmissionOutcome.Sound) outcome;
    }

    @ParameterizedTest
    @ValueSource(strings = {"early-warning", "gnss-spoofing", "ptp-grandmaster-change", "ntp-stratum-1-jump",
            "configuration-change", "compromised-phone"})
    void each_example_is_taken_and_its_canonical_form_says_the_same(String name) throws IOException {
        // Given
        byte[] body = example(name);
        // When
        SubmissionOutcome.Sound read = sound(body);
        // Then
        SubmissionOutcome.Sound again = sound(read.canonical());
        assertThat(again.submission()).isEqualTo(read.submission());
        assertThat(again.canonical()).isEqualTo(read.canonical());
        assertThat(fields(Json.MAPPER.readTree(read.canonical()))).containsAll(fields(Json.MAPPER.readTree(body)));
    }

    @Test
    void the_examples_show_every_type_of_observation() {
        // When
        var shown = ALL.stream().flatMap(name -> sound(example(name)).submission().observations().stream())
                .map(Object::getClass).collect(Collectors.toSet());
        // Then
        assertThat(shown).containsExactlyInAnyOrder(Observation.class.getPermittedSubclasses());
    }

    @Test
    void what_all_observations_share_stands_beside_their_own_fields() {
        // When
        Observation observation = sound(example("ntp-stratum-1-jump")).submission().observations().get(0);
        // Then
        assertThat(observation.seen().asset()).isEqualTo("ntp1.time.example");
        JsonNode written = Json.MAPPER.valueToTree(observation);
        assertThat(written.has("seen")).isFalse();
        assertThat(written.at("/type").textValue()).isEqualTo("ntp");
        assertThat(written.at("/offsetSeconds").textValue()).isEqualTo("4.000000012");
    }

    /** The names of a document's own fields. */
    private static List<String> fields(JsonNode document) {
        return document.properties().stream().map(Map.Entry::getKey).toList();
    }
}
