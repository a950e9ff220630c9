package org.tocsin.triage;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tocsin.report.State;

/**
 * Which reports of the queue are asked for. What is null or empty asks for all; no state asks for all that are open.
 *
 * @param organisation whose
 * @param text         the beginnings of words, or a reference
 * @param after        where to go on
 */
public record QueueQuery(Set<State> states, Set<String> severities, Set<String> stages, String organisation, Holder holder,
        String text, Place after) {

    static final String PATH = "/triage";

    /** What is open, whoever holds it. */
    static QueueQuery open(Place after) {
        return new QueueQuery(Set.of(), Set.of(), Set.of(), null, Holder.ANYONE, null, after);
    }

    /** What a liaison begins with. */
    static QueueQuery usual() {
        return new QueueQuery(Set.of(), Set.of(), Set.of(), null, Holder.MINE_OR_NOBODYS, null, Place.FIRST);
    }

    /** The filters as they stand in an address, always in one order; empty for the usual view. */
    public String filters() {
        return Stream.of(
                        states.stream().map(State::code).sorted().map(word -> pair("state", word)),
                        severities.stream().sorted().map(word -> pair("severity", word)),
                        stages.stream().sorted().map(word -> pair("stage", word)),
                        Stream.ofNullable(organisation).map(word -> pair("organisation", word)),
                        Stream.of(holder).filter(each -> each != Holder.MINE_OR_NOBODYS).map(each -> pair("holder", each.code())),
                        Stream.ofNullable(text).map(word -> pair("text", word)))
                .flatMap(pairs -> pairs)
                .collect(Collectors.joining("&"));
    }

    /** Where this view is, from its beginning. */
    public String address() {
        return filters().isEmpty() ? PATH : PATH + "?" + filters();
    }

    /** The address with more said in it. */
    public String address(String more) {
        return PATH + "?" + (filters().isEmpty() ? "" : filters() + "&") + more;
    }

    public boolean isFirst() {
        return after.equals(Place.FIRST);
    }

    public boolean isUsual() {
        return filters().isEmpty();
    }

    static String pair(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
