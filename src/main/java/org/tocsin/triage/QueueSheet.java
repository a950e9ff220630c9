package org.tocsin.triage;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.tocsin.json.Json;
import org.tocsin.report.State;
import org.tocsin.report.submission.Severity;
import org.tocsin.report.submission.Stage;

/**
 * Everything on the queue's page.
 *
 * @param total   how many are open, whoever holds them
 * @param next    where the next part is; null on the last
 * @param watch   where the page asks what has come meanwhile; null on later parts
 * @param claimed what became of the rows that were claimed just now
 * @param merged  the same of the rows that were merged
 * @param handovers what is offered to the next shift
 * @param refused why a view was not saved; null when nothing was refused
 */
public record QueueSheet(QueueQuery query, List<TriageItem> items, List<Count> counts, long total, String next, String watch,
        List<OrganisationChoice> organisations, List<SavedView> views, List<ClaimResult> claimed, List<ClaimResult> merged, List<HandoverView> handovers, String refused, String me) {

    /** How many reports stand in a state. */
    public record Count(State state, long reports) {
    }

    public record OrganisationChoice(String id, String name) {
    }

    /** A box that can be ticked. */
    public record Choice(String word, boolean chosen) {
    }

    /** The boxes of one filter. */
    public record Choices(List<Choice> all) {

        public List<String> chosen() {
            return all.stream().filter(Choice::chosen).map(Choice::word).toList();
        }
    }

    public Choices states() {
        return new Choices(Stream.of(State.values()).map(state -> new Choice(state.code(), query.states().contains(state))).toList());
    }

    public Choices severities() {
        return choices(Severity.values(), query.severities());
    }

    public Choices stages() {
        return choices(Stage.values(), query.stages());
    }

    private static Choices choices(Enum<?>[] words, Set<String> chosen) {
        return new Choices(Stream.of(words).map(each -> Json.word(each)).map(word -> new Choice(word, chosen.contains(word))).toList());
    }

    public List<Holder> holders() {
        return List.of(Holder.values());
    }

    public long claimedByMe() {
        return claimed.stream().filter(ClaimResult::done).count();
    }

    public long mergedNow() {
        return merged.stream().filter(ClaimResult::done).count();
    }

    /** What others offer. */
    public List<HandoverView> offered() {
        return handovers.stream().filter(each -> !me.equals(each.offeredById())).toList();
    }

    /** What is offered by who looks; null when it is nothing. */
    public HandoverView own() {
        return handovers.stream().filter(each -> me.equals(each.offeredById())).findFirst().orElse(null);
    }

    /** Whether the view on the page has a name already. */
    public boolean saved() {
        return query.isUsual() || views.stream().anyMatch(view -> view.filters.equals(query.filters()));
    }

}
