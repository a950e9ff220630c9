package org.tocsin.report.page;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.tocsin.report.submission.Submission;
import org.tocsin.web.Speech;

/**
 * What the sender said, in the order in which a reader wants it.
 *
 * @param groups facts that belong together, such as who can be asked
 */
public record Said(String description, List<Fact> facts, List<Group> groups, List<Observed> observations,
        List<FactTable> tables) {

    public record Group(String heading, List<Fact> facts) {
    }

    /** In the page's heading, or in a part of its own. */
    private static final Set<String> ELSEWHERE = Set.of("title", "description", "stage", "severity", "tlp");

    public static Said of(Submission submission) {
        List<FactTable> tables = List.of(
                FactTable.of(Speech.of("facts_assets"), submission.assets()),
                FactTable.of(Speech.of("facts_indicators"), submission.indicators()),
                FactTable.of(Speech.of("facts_measures"), submission.mitigations()));
        return new Said(submission.description(), Facts.flat(submission, ELSEWHERE), groups(submission),
                submission.observations().stream().map(Observed::of).toList(),
                tables.stream().filter(table -> !table.empty()).toList());
    }

    private static List<Group> groups(Submission submission) {
        return Stream.of(submission.getClass().getRecordComponents())
                .filter(component -> Facts.isNested(Facts.value(submission, component)))
                .map(component -> group(submission, component))
                .filter(group -> !group.facts().isEmpty())
                .toList();
    }

    private static Group group(Submission submission, RecordComponent component) {
        return new Group(Label.of(component).text(), Facts.of((Record) Facts.value(submission, component)));
    }
}
