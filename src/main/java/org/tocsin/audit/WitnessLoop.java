package org.tocsin.audit;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** A thread for each witness that we ask: one that is slow or dead keeps neither the log nor another witness waiting. */
@ApplicationScoped
class WitnessLoop {

    private static final Logger LOG = Logger.getLogger(WitnessLoop.class);
    /** How much of the interval between two checkpoints to cosign passes between two looks. */
    private static final int LOOKS = 4;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private final Witnesses witnesses;
    private final Duration look;
    private final CountDownLatch stopping = new CountDownLatch(1);

    WitnessLoop(Witnesses witnesses, LogConfig config) {
        this.witnesses = witnesses;
        look = config.witnessInterval().dividedBy(LOOKS);
    }

    void start(@Observes StartupEvent started) {
        for (Witness witness : witnesses.all()) {
            Thread thread = new Thread(() -> run(witness), "audit-witness");
            thread.setDaemon(true);
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent stop) {
        stopping.countDown();
    }

    private void run(Witness witness) {
        Duration pause = Duration.ZERO;
        while (!stops(pause)) {
            pause = goesWell(witness) ? look : longer(pause);
        }
    }

    private boolean goesWell(Witness witness) {
        try {
            return witnesses.ask(witness);
        } catch (Throwable failure) { // such as a database that is away, or an Error: the next look begins from what is stored
            LOG.warnf("A witness could not be asked witness=%s reason=%s", witness.name(), failure.getClass().getSimpleName());
            return false;
        }
    }

    private Duration longer(Duration pause) {
        Duration doubled = pause.isZero() ? look : pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    private boolean stops(Duration pause) {
        try {
            return stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
