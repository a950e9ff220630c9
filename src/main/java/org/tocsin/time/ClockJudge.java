package org.tocsin.time;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * Decides what of a clock's ways is worth an alarm, without a clock of its own. A step is told once for each; that the
 * sources say another time is told once, until they agree again.
 *
 * <p>At the start no clock is believed. It is when the sources confirm it, or, where nobody says anything of it, when it is not far from a
 * moment at which it counted as right.
 *
 * <p>Crash story: what was not told, for whoever should write it down could not, is told at the next look. After a
 * restart a step of before is forgotten, but no moment was kept since: if the clock is still wrong, it is too far from the last one that was.
 */
final class ClockJudge {

    /** While nobody can write down what is told, the oldest are kept: with them it began. */
    private static final int MOST = 100;

    private final Duration limit;
    private final Duration longestAbsence;
    private final Deque<ClockAlarm> untold = new ArrayDeque<>();
    /** The last moment at which the clock counted as right; read by whoever asks whether it still does. */
    private volatile Tick origin;
    private Duration told = Duration.ZERO;
    private boolean drifted;
    private boolean doubted;
    private volatile boolean believed;
    private volatile ClockAlarm standing;

    /**
     * @param limit          of a step, or of a difference to the sources
     * @param longestAbsence how far a clock that nobody confirms may be at the start from when it was right
     */
    ClockJudge(Duration limit, Duration longestAbsence) {
        this.limit = limit;
        this.longestAbsence = longestAbsence;
    }

    /**
     * Small steps add up, for all are measured from the same moment. A clock that is set back to where it was before a step is right again.
     *
     * @return whether it was a step
     */
    boolean tick(Tick tick, ClockReading last) {
        if (origin == null) {
            origin = tick;
            told = Duration.ZERO;
        }
        Duration all = origin.stepTo(tick);
        Duration step = all.minus(told);
        boolean stepped = isBeyond(step);
        if (stepped) {
            told = all;
            alarm(new ClockAlarm(ClockAlarm.Kind.STEPPED, tick.wall(), step, last));
        }
        if (!isBeyond(all) && !drifted && !doubted) {
            standing = null;
        }
        return stepped;
    }

    /** @param before the moment at which the sources were asked: a step since then is one that they may not have seen */
    void heard(ClockReading reading, Tick before) {
        if (reading.isBeyond(limit)) {
            if (!drifted) {
                alarm(new ClockAlarm(ClockAlarm.Kind.DRIFTED, reading.at(), reading.offset(), reading));
            }
            drifted = true;
        } else if (reading.verified()) {
            if (drifted || doubted) {
                untold(new ClockAlarm(ClockAlarm.Kind.AGREED, reading.at(), reading.offset(), reading));
            }
            drifted = false;
            believe(before);
        }
    }

    /**
     * For a clock that is not believed yet, and of which nobody says anything.
     *
     * @param right moments at which it counted as right, or a person says that it was; where there are none, there is nothing to lose
     */
    void compare(Collection<Instant> right, Tick tick, ClockReading last) {
        if (believed || drifted) {
            return;
        }
        Comparator<Duration> bySize = Comparator.comparing(Duration::abs);
        Duration away = right.stream().map(moment -> Duration.between(moment, tick.wall())).min(bySize).orElse(Duration.ZERO);
        if (away.abs().compareTo(longestAbsence) <= 0) {
            believe(tick);
        } else if (!doubted) {
            doubted = true;
            alarm(new ClockAlarm(ClockAlarm.Kind.DOUBTED, tick.wall(), away, last));
        }
    }

    private void believe(Tick since) {
        origin = since;
        told = Duration.ZERO;
        doubted = false;
        standing = null;
        believed = true;
    }

    /** Whether the clock may be wrong at this moment, also when nobody has looked since it was set, or nobody has looked at all yet. */
    boolean doubts(Tick tick) {
        Tick since = origin;
        return !believed || standing != null || since != null && isBeyond(since.stepTo(tick));
    }

    private boolean isBeyond(Duration step) {
        return step.abs().compareTo(limit) > 0;
    }

    ClockAlarm standing() {
        return standing;
    }

    /** @param telling throws when it could not be told; it and those after it are told at the next time */
    void tell(Consumer<ClockAlarm> telling) {
        while (!untold.isEmpty()) {
            telling.accept(untold.peek());
            untold.remove();
        }
    }

    private void alarm(ClockAlarm alarm) {
        standing = alarm;
        untold(alarm);
    }

    private void untold(ClockAlarm alarm) {
        if (untold.size() < MOST) {
            untold.add(alarm);
        }
    }
}
