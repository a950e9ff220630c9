package org.tocsin.time;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Watches the clock of this host on a thread of its own, never in a request: once a second against the machine's count
 * of time, and now and then against others. What it knows is of this host alone, so it is kept in memory; what comes of
 * it is written down by whoever observes {@link ClockAlarm}. Only when the clock counted as right last is remembered over restarts.
 */
@ApplicationScoped
public class ClockWatch {

    private static final Logger LOG = Logger.getLogger(ClockWatch.class);
    private static final long BETWEEN_LOOKS = 1000;
    private static final int TRIES = 5;
    private static final long NARROW_ENOUGH = 10_000_000;

    private final Now now;
    private final ClockSources sources;
    private final ClockMemory memory;
    private final Duration every;
    private final Optional<Instant> confirmed;
    private final ClockJudge judge;
    private final Event<ClockAlarm> alarms;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile ClockReading last;
    /** Of the watch's thread alone. */
    private long askedAt;
    private long rememberedAt;

    ClockWatch(Now now, ClockSources sources, ClockMemory memory, TimeConfig config, Event<ClockAlarm> alarms) {
        this.now = now;
        this.sources = sources;
        this.memory = memory;
        this.alarms = alarms;
        every = config.every();
        confirmed = config.confirmed();
        judge = new ClockJudge(config.limit(), config.longestAbsence());
        last = ClockReading.unverified(now.instant(), "nobody has been asked yet");
    }

    void start(@Observes StartupEvent started) {
        Thread thread = new Thread(this::run, "clock-watch");
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent stop) {
        stopping.countDown();
    }

    /** What was said of our clock when it was asked last. */
    public ClockReading reading() {
        return last;
    }

    /** The last alarm, as long as the sources have not said that all is well again; null when there is none. */
    public ClockAlarm standing() {
        return judge.standing();
    }

    /**
     * Whether our clock was set, or others say another time, and nobody has said since that it is right; or whether we have only begun and
     * do not know yet. What cannot be taken back, such as forgetting what has been kept long enough, waits then.
     */
    public boolean isInDoubt() {
        return judge.doubts(tick());
    }

    /** Does the work now, or leaves it to a later time when the clock is in doubt. */
    public void unlessInDoubt(Runnable work) {
        if (isInDoubt()) {
            LOG.warn("The clock is in doubt: what is old is not forgotten now");
        } else {
            work.run();
        }
    }

    private void run() {
        do {
            try {
                look();
            } catch (Throwable failure) { // whatever it was, also an Error, the clock must go on being watched
                LOG.warnf("The clock was not looked at reason=%s", failure.getClass().getSimpleName());
                LOG.debug("Why the clock was not looked at", failure);
            }
        } while (!stops());
    }

    private boolean stops() {
        try {
            return stopping.await(BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void look() {
        boolean stepped = judge.tick(tick(), last);
        if (stepped || isDue(askedAt)) {
            ask();
        }
        if (stepped || isDue(rememberedAt)) {
            remember();
        }
        judge.tell(this::raise);
    }

    private boolean isDue(long doneAt) {
        return doneAt == 0 || System.nanoTime() - doneAt > every.toNanos();
    }

    private void ask() {
        Tick before = tick();
        ClockReading reading = sources.ask(now.instant());
        askedAt = System.nanoTime();
        last = reading;
        judge.heard(reading, before);
    }

    /** If it fails, for the database is away, the next look does it: until then a clock that has only begun stays in doubt. */
    private void remember() {
        judge.compare(Stream.concat(memory.last().stream(), confirmed.stream()).toList(), tick(), last);
        Tick tick = tick();
        if (!judge.doubts(tick)) {
            memory.keep(tick.wall());
        }
        rememberedAt = System.nanoTime();
    }

    /** Both clocks at one moment: a thread that was held up between the two readings must not look like a step. */
    private Tick tick() {
        Tick best = null;
        long narrowest = Long.MAX_VALUE;
        for (int i = 0; i < TRIES && narrowest > NARROW_ENOUGH; i++) {
            long before = System.nanoTime();
            Instant wall = now.instant();
            long between = System.nanoTime() - before;
            if (between < narrowest) {
                narrowest = between;
                best = new Tick(wall, before + between / 2);
            }
        }
        return best;
    }

    private void raise(ClockAlarm alarm) {
        LOG.warnf("%s. %s", alarm.words(), alarm.reading().words());
        alarms.fire(alarm);
    }
}
