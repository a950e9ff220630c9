package org.tocsin.time;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What most sources agree on (after Marzullo; RFC 5905 section 11.2.1): from the first to the last offset that lies within the
 * answers of a majority. If a majority of those that are configured tells the truth, the truth lies within; who does not
 * answer counts as one that does not agree.
 *
 * @param agreeing those whose answers meet what is agreed on
 */
record Agreement(Duration offset, Duration uncertainty, List<String> agreeing) {

    /** With fewer, one that lies cannot be outvoted. */
    static final int FEWEST = 3;

    /** @param configured how many were asked */
    static Optional<Agreement> of(List<SourceAnswer> answers, int configured) {
        int majority = configured / 2 + 1;
        if (configured < FEWEST || answers.size() < majority) {
            return Optional.empty();
        }
        // Only at an end of an answer can the number of those that hold an offset change.
        List<Duration> shared = answers.stream().flatMap(answer -> Stream.of(answer.from(), answer.to()))
                .filter(offset -> answers.stream().filter(answer -> holds(answer, offset)).count() >= majority)
                .sorted(Comparator.naturalOrder())
                .toList();
        return shared.isEmpty() ? Optional.empty() : Optional.of(between(shared.get(0), shared.get(shared.size() - 1), answers));
    }

    private static Agreement between(Duration from, Duration to, List<SourceAnswer> answers) {
        Duration uncertainty = to.minus(from).plusNanos(1).dividedBy(2);
        SourceAnswer agreed = new SourceAnswer("", from.plus(to.minus(from).dividedBy(2)), uncertainty);
        return new Agreement(agreed.offset(), uncertainty,
                answers.stream().filter(agreed::meets).map(SourceAnswer::source).toList());
    }

    private static boolean holds(SourceAnswer answer, Duration offset) {
        return answer.from().compareTo(offset) <= 0 && offset.compareTo(answer.to()) <= 0;
    }
}
