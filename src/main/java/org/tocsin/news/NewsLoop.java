package org.tocsin.news;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.tocsin.store.Loop;

/** Runs the sequencer of the news, on a thread of its own: whoever is told of changes waits for nothing else. */
@ApplicationScoped
class NewsLoop {

    private static final Duration EVERY = Duration.ofMillis(500);

    private final Loop loop;

    NewsLoop(NewsSequencer sequencer) {
        loop = new Loop("news", EVERY, sequencer::run);
    }

    void start(@Observes StartupEvent started) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        loop.stop();
    }
}
