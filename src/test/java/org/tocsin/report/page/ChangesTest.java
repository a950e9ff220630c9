package org.tocsin.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.json.Json;
import org.tocsin.report.Drafts;
import org.tocsin.report.submission.Submission;

class ChangesTest {

    private static List<String> sentences(ObjectNode before, ObjectNode after) {
        return Changes.between(Json.MAPPER.convertValue(before, Submission.class), Json.MAPPER.convertValue(after, Submission.class))
                .stream().map(Change::sentence).toList();
    }

    private final ObjectNode before = Drafts.about("ntp-1", "ntp-2", "ntp-3");
    private final ObjectNode after = before.deepCopy();

    @Test
    void aFieldIsNamedWithWhatItWasAndIs() {
        // Given
        before.put("severity", "low");
        after.put("severity", "high");

        // Then
        assertThat(sentences(before, after)).containsExactly("How bad it is was “Low” and is now “High”.");
    }

    @Test
    void anAssetIsCalledByItsNameWhereverItStands() {
        // Given
        after.withArray("assets").remove(0);
        after.withArray("assets").insertObject(0).put("ref", "ntp-3").put("serial", "S-7");
        after.withArray("assets").remove(2);

        // Then
        assertThat(sentences(before, after)).containsExactlyInAnyOrder(
                "What it happened to, ntp-1 is gone; it was “The inventory's own name for it: ntp-1”.",
                "What it happened to, ntp-3: serial number is new: “S-7”.");
    }

    @Test
    void anotherOrderIsSaidToBeOne() {
        // Given
        after.withArray("assets").add(after.withArray("assets").remove(0));

        // Then
        assertThat(sentences(before, after)).containsExactly("What it happened to: the same, in another order.");
    }

    @Test
    void aFieldWithinAnotherIsNamedWithIt() {
        // Given
        before.putObject("impact").put("description", "None");
        after.putObject("impact").put("description", "Trains stand still");

        // Then
        assertThat(sentences(before, after)).singleElement().asString()
                .startsWith("What it does to others: ").endsWith(" was “None” and is now “Trains stand still”.");
    }

    @Test
    void aLongTextIsCutInTheSentenceAndWholeBesideIt() {
        // Given
        after.put("description", "x".repeat(1000));

        // When
        Change change = Changes.between(Json.MAPPER.convertValue(before, Submission.class),
                Json.MAPPER.convertValue(after, Submission.class)).get(0);

        // Then
        assertThat(change.sentence()).hasSizeLessThan(250).contains("x…”");
        assertThat(change.after()).hasSize(1000);
    }
}
