package org.tocsin.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.problem.Fault;

class StrictReaderTest {

    private static final int DEPTH = 20;
    private final StrictReader reader = new StrictReader(4096, DEPTH);

    private Reading read(String text) {
        return reader.read(text.getBytes(UTF_8));
    }

    @Test
    void a_sound_document_becomes_its_tree() {
        // When
        Reading reading = read("\uFEFF {\"a\": [1, -9007199254740991, \"\\uD83D\\uDD14\\t\", true, null]}");
        // Then
        assertThat(reading.faults()).isEmpty();
        assertThat(reading.tree()).hasToString("{\"a\":[1,-9007199254740991,\"🔔\\t\",true,null]}");
    }

    @Test
    void every_fault_is_told_in_one_reading() {
        // When
        Reading reading = read("{\"a\": 1, \"a\": 2, \"b/c\": [0.012, 9007199254740992], \"d\": \"\\u0000\"}");
        // Then
        assertThat(reading.faults()).extracting(Fault::pointer, Fault::code).containsExactly(
                tuple("/a", "duplicate-field"), tuple("/b~1c/0", "number-not-string"),
                tuple("/b~1c/1", "integer-too-large"), tuple("/d", "forbidden-character"));
        assertThat(reading.tree().at("/a").intValue()).as("the first of two is kept").isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"0.012,0.012", "1.50,1.50", "12e-3,0.012", "-1E2,-100"})
    void a_fraction_is_refused_with_the_string_to_write_instead(String number, String instead) {
        // When
        Reading reading = read("[" + number + "]");
        // Then
        assertThat(reading.faults()).singleElement().satisfies(fault ->
                assertThat(fault.message()).contains("write it as a string: \"" + instead + "\""));
    }

    @Test
    void a_number_that_would_fill_the_memory_is_not_written_out() {
        // When
        Reading reading = read("[1e999999999, " + "9".repeat(3000) + "]");
        // Then
        assertThat(reading.faults()).extracting(Fault::code).containsExactly("number-not-string", "integer-too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0007", "\\u0085", "\\u007F", "\\uD800", "\\uDC00x", "\\u202E", "\\u2066"})
    void characters_that_hide_or_reorder_text_are_refused(String escape) {
        // When
        Reading reading = read("[\"x" + escape + "\"]");
        // Then
        assertThat(reading.faults()).extracting(Fault::pointer, Fault::code)
                .containsExactly(tuple("/0", "forbidden-character"));
    }

    @Test
    void twenty_levels_are_read_and_the_twenty_first_is_refused_where_it_stands() {
        // When
        Reading deepest = read("[".repeat(DEPTH) + "]".repeat(DEPTH));
        Reading deeper = read("[".repeat(900) + "]".repeat(900));
        // Then
        assertThat(deepest.faults()).isEmpty();
        assertThat(deeper.faults()).extracting(Fault::pointer, Fault::code)
                .containsExactly(tuple("/0".repeat(DEPTH), "too-deep"));
    }

    @Test
    void malformed_text_is_told_by_line_and_column_after_what_was_found_before() {
        // When
        Reading reading = read("{\"a\": 1.5,\n \"b\": }");
        // Then
        assertThat(reading.faults()).extracting(Fault::code).containsExactly("number-not-string", "malformed");
        assertThat(reading.faults().get(1).message()).contains("line 2, column").doesNotContain("Source");
        assertThat(reading.tree().isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[1,]", "{\"a\"}", "nul", "\"\n\"", "{} {}", "01", "NaN", "'a'", "[1] // no"})
    void what_is_not_json_is_malformed(String text) {
        // When
        Reading reading = read(text);
        // Then
        assertThat(reading.faults()).extracting(Fault::code).containsExactly("malformed");
    }

    @Test
    void size_encoding_and_emptiness_are_told_apart() {
        assertThat(read(" ".repeat(4097)).faults()).extracting(Fault::code).containsExactly("too-large");
        assertThat(read(" \n").faults()).extracting(Fault::code).containsExactly("empty");
        assertThat(reader.read("[\"ü\"]".getBytes(StandardCharsets.ISO_8859_1)).faults()).extracting(Fault::code)
                .containsExactly("not-utf-8");
        assertThat(reader.read("[\"a\"]".getBytes(StandardCharsets.UTF_16)).faults()).extracting(Fault::code)
                .containsExactly("not-utf-8");
        assertThat(reader.read(new byte[] {'[', '"', (byte) 0xC3}).faults()).extracting(Fault::code)
                .as("a sequence that breaks off").containsExactly("not-utf-8");
    }

    @Test
    void after_a_hundred_faults_one_more_says_that_there_are_others() {
        // When
        Reading reading = read("[" + "0.5,".repeat(200) + "1]");
        // Then
        assertThat(reading.faults()).hasSize(Faults.CAP + 1).last().extracting(Fault::code).isEqualTo("too-many-faults");
    }

    @Test
    void an_endless_field_name_does_not_get_into_the_answer() {
        // When
        Reading reading = read("{\"" + "x".repeat(2000) + "\": 0.5}");
        // Then
        assertThat(reading.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEmpty();
            assertThat(fault.message()).hasSizeLessThan(200);
        });
    }
}
