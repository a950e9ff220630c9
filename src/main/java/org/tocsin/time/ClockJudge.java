package org.tocsin.time;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * Decides what of a clock's ways is worth an alarm, without a clock of its own. A step is told once for each; that the
 * sources say another time is told once, until they agree again.
 *
 * <p>Crash story: what was not told, for whoever should write it down could not, is told at the next look. After a
 * restart a step of before is forgotten, but if the clock is still wrong the sources say so.
 */
final class ClockJudge {

    /** While nobody can write down what is told, the oldest are kept: with them it began. */
    private static final int MOST = 100;

    private final Duration limit;
    private final Deque<ClockAlarm> untold = new ArrayDeque<>();
    /** The last moment at which the clock counted as right; read by whoever asks whether it still does. */
    private volatile Tick origin;
    private Duration told = Duration.ZERO;
    private boolean drifted;
    private volatile ClockAlarm standing;

    ClockJudge(Duration limit) {
        this.limit = limit;
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
        if (!isBeyond(all) && !drifted) {
            standing = null;
        }
        return stepped;
    }

    void heard(ClockReading reading) {
        if (reading.isBeyond(limit)) {
            if (!drifted) {
                alarm(new ClockAlarm(ClockAlarm.Kind.DRIFTED, reading.at(), reading.offset(), reading));
            }
            drifted = true;
        } else if (reading.verified()) {
            if (drifted) {
                untold(new ClockAlarm(ClockAlarm.Kind.AGREED, reading.at(), reading.offset(), reading));
            }
            drifted = false;
            standing = null;
            origin = null;
        }
    }

    /** Whether the clock may be wrong at this moment, also when nobody has looked since it was set. */
    boolean doubts(Tick tick) {
        Tick since = origin;
        return standing != null || since != null && isBeyond(since.stepTo(tick));
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
