package org.tocsin.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.flipkart.zjsonpatch.JsonPatch;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.tocsin.json.Json;
import org.tocsin.report.page.Changes;
import org.tocsin.report.submission.SubmissionOutcome;
import org.tocsin.report.submission.SubmissionReader;

/** The laws of differences, on submissions that are mixed from real ones. */
class RevisionDiffTest {

    private static final List<ObjectNode> EXAMPLES = List.of("early-warning", "gnss-spoofing", "configuration-change",
            "compromised-phone", "ptp-grandmaster-change").stream().map(Drafts::example).toList();

    /** Each field from one example or from none; lists shuffled and thinned out. */
    private static SubmissionOutcome.Sound mixed(long seed) {
        Random random = new Random(seed);
        ObjectNode mixed = Drafts.earlyWarning().put("title", "Title " + random.nextInt(3));
        for (ObjectNode example : EXAMPLES) {
            example.properties().forEach(field -> {
                if (!field.getKey().equals("stage") && random.nextInt(3) == 0) {
                    JsonNode value = field.getValue().deepCopy();
                    mixed.set(field.getKey(), value.isArray() ? thinned((ArrayNode) value, random) : value);
                }
            });
        }
        SubmissionOutcome outcome = SubmissionReader.read(mixed.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(outcome).isInstanceOf(SubmissionOutcome.Sound.class);
        return (SubmissionOutcome.Sound) outcome;
    }

    private static ArrayNode thinned(ArrayNode list, Random random) {
        List<JsonNode> entries = new ArrayList<>();
        list.forEach(entry -> {
            if (random.nextBoolean()) {
                entries.add(entry);
            }
        });
        Collections.shuffle(entries, random);
        return Json.MAPPER.createArrayNode().addAll(entries);
    }

    @Property(tries = 300)
    void thePatchOfTheOneGivesTheOther(@ForAll long one, @ForAll long other) {
        // Given
        JsonNode before = Json.tree(mixed(one).canonical());
        JsonNode after = Json.tree(mixed(other).canonical());

        // When
        JsonNode patched = JsonPatch.apply(RevisionDiff.patch(before, after), before);

        // Then
        assertThat(patched).isEqualTo(after);
    }

    @Property(tries = 300)
    void thereAreWordsExactlyWhenThereIsADifference(@ForAll long one, @ForAll long other) {
        // Given
        SubmissionOutcome.Sound before = mixed(one);
        SubmissionOutcome.Sound after = mixed(other);

        // When
        int words = Changes.between(before.submission(), after.submission()).size();
        int operations = RevisionDiff.patch(Json.tree(before.canonical()), Json.tree(after.canonical())).size();

        // Then
        assertThat(words == 0).isEqualTo(operations == 0);
        assertThat(Changes.between(before.submission(), before.submission())).isEmpty();
    }
}
