package org.tocsin.time;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Now, with how far it can be trusted and whose word that is.
 *
 * @param at          by our clock, when it was asked
 * @param verified    whether anybody confirms our clock; without, it says what it says, and nothing stops
 * @param sources     whose word it is: chrony, servers; empty when unverified
 * @param offset      true time less ours; null when unverified
 * @param uncertainty of the offset; null when unverified
 * @param because     what was in the way, also of a part of it; empty when nothing was
 */
public record ClockReading(Instant at, boolean verified, List<String> sources, Duration offset, Duration uncertainty, String because) {

    static ClockReading unverified(Instant at, String because) {
        return new ClockReading(at, false, List.of(), null, null, because);
    }

    /**
     * @param chrony     the host's own chronyd, when it answered
     * @param answers    of the servers
     * @param configured how many servers were asked
     * @param silent     why others gave no answer
     */
    static ClockReading of(Instant at, Optional<SourceAnswer> chrony, List<SourceAnswer> answers, int configured, List<String> silent) {
        List<String> because = new ArrayList<>(silent);
        if (configured > 0 && configured < Agreement.FEWEST) {
            because.add("fewer than " + Agreement.FEWEST + " servers are configured");
        }
        Optional<Agreement> agreed = Agreement.of(answers, configured);
        if (agreed.isEmpty() && configured >= Agreement.FEWEST) {
            because.add("no majority of the " + configured + " servers agrees");
        }
        Optional<SourceAnswer> servers = agreed.map(each -> new SourceAnswer("", each.offset(), each.uncertainty()));
        if (chrony.isPresent() && servers.isPresent() && !chrony.get().meets(servers.get())) {
            because.add("chronyd and the servers contradict each other by " + SpanWords.of(servers.get().offset().minus(chrony.get().offset())));
            // Whom to believe is for people; that our clock may be off by what the worse of them says is worth an alarm all the same.
            SourceAnswer worse = Stream.of(servers.get(), chrony.get()).max(Comparator.comparing(each -> each.offset().abs())).get();
            return new ClockReading(at, false, List.of(), worse.offset(), worse.uncertainty(), String.join("; ", because));
        }
        List<String> sources = new ArrayList<>();
        chrony.ifPresent(host -> sources.add(host.source()));
        agreed.ifPresent(each -> sources.addAll(each.agreeing()));
        return chrony.filter(host -> servers.isEmpty() || host.uncertainty().compareTo(servers.get().uncertainty()) <= 0).or(() -> servers)
                .map(best -> new ClockReading(at, true, List.copyOf(sources), best.offset(), best.uncertainty(), String.join("; ", because)))
                .orElseGet(() -> unverified(at, String.join("; ", because)));
    }

    /** Whether it is certain that our clock differs by more than this. */
    boolean isBeyond(Duration limit) {
        return offset != null && offset.abs().minus(uncertainty).compareTo(limit) > 0;
    }

    /** For people: right to within 3 ms, by chrony. */
    public String words() {
        if (!verified) {
            return "Unverified" + (because.isEmpty() ? "" : ": " + because);
        }
        String by = ", by " + String.join(", ", sources);
        return offset.abs().compareTo(uncertainty) <= 0
                ? "Right to within " + SpanWords.of(offset.abs().plus(uncertainty)) + by
                : "Off by " + SpanWords.of(offset) + (offset.isNegative() ? " (ahead)" : " (behind)") + " ± " + SpanWords.of(uncertainty) + by;
    }
}
