package org.tocsin.behalf;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What is odd about the times of a call. A flag is shown to people and never a refusal: a clock may be the victim, or a pen. */
final class CallFlags {

    /** Times are written down by hand, to the minute. */
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    private CallFlags() {
    }

    static List<String> of(BehalfFiling filing, Instant receivedAt) {
        Instant latest = receivedAt.plus(TOLERANCE);
        List<Instant> said = filing.statements().stream().map(Call.Statement::at).toList();
        Instant back = filing.callBack() == null ? null : filing.callBack().at();
        List<String> flags = new ArrayList<>();
        flag(filing.calledAt().isAfter(latest), "call-in-future", flags);
        flag(said.stream().anyMatch(at -> at.isAfter(latest)), "statement-in-future", flags);
        flag(said.stream().anyMatch(at -> at.isBefore(filing.calledAt())), "statement-before-call", flags);
        flag(IntStream.range(1, said.size()).anyMatch(i -> said.get(i).isBefore(said.get(i - 1))), "statements-out-of-order", flags);
        flag(back != null && back.isAfter(latest), "call-back-in-future", flags);
        flag(back != null && back.isBefore(filing.calledAt()), "called-back-before-call", flags);
        return List.copyOf(flags);
    }

    private static void flag(boolean raised, String flag, List<String> flags) {
        if (raised) {
            flags.add(flag);
        }
    }
}
