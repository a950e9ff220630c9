package org.tocsin.report;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tocsin.json.WireWord;

/**
 * What can be done about a report: in which states, leading to which, and by whom. Most of it is done by rooms above; it
 * stands here beside {@link State}, so that whoever is refused is told what is possible instead.
 */
public enum Act {

    REVISE("the operator's people and machines", states(State.RECEIVED, State.IN_TRIAGE, State.AWAITING_OPERATOR, State.REOPENED,
            State.WITHDRAWAL_ASKED, State.RELEASED, State.FORWARDED, State.ACKNOWLEDGED, State.CLOSED, State.REJECTED,
            State.MERGED), states(State.RECEIVED, State.REOPENED)),
    CLAIM("a liaison", State.OPEN, states(State.IN_TRIAGE)),
    GRADE("a liaison", State.OPEN, states()),
    ASK("the liaison who holds it", states(State.IN_TRIAGE, State.AWAITING_OPERATOR), states(State.AWAITING_OPERATOR)),
    ANSWER("the operator's people and machines", states(State.AWAITING_OPERATOR), states(State.IN_TRIAGE)),
    /** A report whose withdrawal is asked for goes out as such, and stays asked for. */
    RELEASE("the liaison who holds it", states(State.IN_TRIAGE, State.WITHDRAWAL_ASKED), states(State.RELEASED)),
    DELIVER("this service, when every destination's receipt is there", states(State.RELEASED), states(State.FORWARDED)),
    ACKNOWLEDGE("the CERT, by its case number", states(State.FORWARDED), states(State.ACKNOWLEDGED)),
    /** From triage only when nothing is left to be sent: it has gone out before, or this instance sends nothing on. */
    CLOSE("a liaison", states(State.IN_TRIAGE, State.FORWARDED, State.ACKNOWLEDGED), states(State.CLOSED)),
    REOPEN("a liaison", states(State.CLOSED, State.REJECTED), states(State.REOPENED)),
    /** What is no incident, or not for us. The operator reads why, and can insist by a revision. */
    REJECT("a liaison", states(State.RECEIVED, State.IN_TRIAGE), states(State.REJECTED)),
    /** Handled with another report of the same organisation. It stays, with its deliveries; a revision brings it up again. */
    MERGE("a liaison", states(State.RECEIVED, State.IN_TRIAGE), states(State.MERGED)),
    UNMERGE("a liaison", states(State.MERGED), states(State.IN_TRIAGE)),
    ASK_WITHDRAWAL("the operator's people", states(State.RECEIVED, State.IN_TRIAGE, State.AWAITING_OPERATOR, State.REOPENED,
            State.RELEASED, State.FORWARDED, State.ACKNOWLEDGED), states(State.WITHDRAWAL_ASKED)),
    CONFIRM_WITHDRAWAL("another person of the operator, or a liaison who calls back", states(State.WITHDRAWAL_ASKED), states(State.WITHDRAWN)),
    /** Refused by a liaison or taken back by the operator: the report goes back to where it would be without. */
    END_WITHDRAWAL("a liaison, or the operator's people", states(State.WITHDRAWAL_ASKED), states(State.RECEIVED, State.IN_TRIAGE,
            State.RELEASED, State.FORWARDED, State.ACKNOWLEDGED));

    /** An act that is possible, and by whom. */
    @Schema(name = "PossibleAct")
    public record Possible(
            @Schema(description = "The act's word", examples = "reopen") String act,
            @Schema(description = "Who can do it", examples = "a liaison") String by) {
    }

    private final String by;
    private final Set<State> from;
    private final Set<State> to;

    Act(String by, Set<State> from, Set<State> to) {
        this.by = by;
        this.from = from;
        this.to = to;
    }

    private static Set<State> states(State... states) {
        EnumSet<State> set = EnumSet.noneOf(State.class);
        set.addAll(List.of(states));
        return set;
    }

    /** The word for people and machines: ask-withdrawal. */
    public String word() {
        return WireWord.of(this);
    }

    public boolean isPossible(State in) {
        return from.contains(in);
    }

    /** The states to which it can lead from there; none when it leaves the state as it is. */
    Set<State> leads(State in) {
        return isPossible(in) ? to.stream().filter(in.next()::contains).collect(Collectors.toCollection(() -> EnumSet.noneOf(State.class)))
                : Set.of();
    }

    static List<Possible> possible(State in) {
        return Stream.of(values()).filter(act -> act.isPossible(in)).map(act -> new Possible(act.word(), act.by)).toList();
    }

    /** For the end of a refusal: "Possible now: reopen (a liaison)." */
    static String sentence(State in) {
        List<Possible> possible = possible(in);
        return possible.isEmpty() ? "Nothing is possible any more." : "Possible now: "
                + possible.stream().map(each -> each.act() + " (" + each.by() + ")").collect(Collectors.joining(", ")) + ".";
    }
}
