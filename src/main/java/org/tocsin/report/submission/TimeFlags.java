package org.tocsin.report.submission;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is odd about the times in a submission. A flag is shown to people and never a refusal: the sender's clock may be
 * the victim.
 *
 * @param flags       in a fixed order, without repeats
 * @param skewSeconds how far the sender's clock seems to be ahead of ours, from its {@code Date} header; whole seconds,
 *                    for that is what the header has, and the way here is in it; null if there was no header
 */
public record TimeFlags(List<Flag> flags, Long skewSeconds) {

    /** What can be odd. */
    public enum Flag {
        @JsonProperty("aware-at-in-future") AWARE_AT_IN_FUTURE,
        @JsonProperty("aware-at-very-old") AWARE_AT_VERY_OLD,
        @JsonProperty("classified-before-aware") CLASSIFIED_BEFORE_AWARE,
        @JsonProperty("classified-at-in-future") CLASSIFIED_AT_IN_FUTURE,
        @JsonProperty("occurred-after-aware") OCCURRED_AFTER_AWARE,
        @JsonProperty("occurred-in-future") OCCURRED_IN_FUTURE,
        @JsonProperty("from-after-to") FROM_AFTER_TO,
        @JsonProperty("observed-in-future") OBSERVED_IN_FUTURE,
        @JsonProperty("sender-clock-off") SENDER_CLOCK_OFF
    }

    /** The {@code Date} header has whole seconds, and a request takes its time: less than this says nothing. */
    static final Duration TOLERANCE = Duration.ofSeconds(5);

    /** Older than any notification period in law; still kept, but probably a mistyped year. */
    static final Duration VERY_OLD = Duration.ofDays(366);

    /** @param sentAt the request's {@code Date} header, or null */
    public static TimeFlags of(Submission submission, Instant receivedAt, Instant sentAt) {
        Instant latest = receivedAt.plus(TOLERANCE);
        Instant aware = submission.awareAt();
        Instant classified = submission.classifiedAt();
        Occurred occurred = submission.occurred() == null ? new Occurred(null, null, null, null) : submission.occurred();
        Long skew = sentAt == null ? null : Duration.between(receivedAt, sentAt).toSeconds();

        List<Flag> flags = new ArrayList<>();
        flag(after(aware, latest), Flag.AWARE_AT_IN_FUTURE, flags);
        flag(after(receivedAt.minus(VERY_OLD), aware), Flag.AWARE_AT_VERY_OLD, flags);
        flag(after(aware, classified), Flag.CLASSIFIED_BEFORE_AWARE, flags);
        flag(after(classified, latest), Flag.CLASSIFIED_AT_IN_FUTURE, flags);
        flag(after(occurred.from(), aware), Flag.OCCURRED_AFTER_AWARE, flags);
        flag(after(occurred.from(), latest), Flag.OCCURRED_IN_FUTURE, flags);
        flag(after(occurred.from(), occurred.to()) || observed(submission).anyMatch(p -> after(p.from(), p.to())),
                Flag.FROM_AFTER_TO, flags);
        flag(observed(submission).anyMatch(p -> after(p.from(), latest)), Flag.OBSERVED_IN_FUTURE, flags);
        flag(skew != null && Math.abs(skew) > TOLERANCE.toSeconds(), Flag.SENDER_CLOCK_OFF, flags);
        return new TimeFlags(List.copyOf(flags), skew);
    }

    private static Stream<Period> observed(Submission submission) {
        return submission.observations().stream()
                .filter(o -> o.seen() != null && o.seen().observedAt() != null).map(o -> o.seen().observedAt());
    }

    private static boolean after(Instant a, Instant b) {
        return a != null && b != null && a.isAfter(b);
    }

    private static void flag(boolean raised, Flag flag, List<Flag> flags) {
        if (raised) {
            flags.add(flag);
        }
    }
}
