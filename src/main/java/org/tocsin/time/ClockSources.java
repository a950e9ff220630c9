package org.tocsin.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Asks all that can say something of our clock, at once. */
@ApplicationScoped
class ClockSources {

    private final Chrony chrony;
    private final List<Sntp> servers;

    ClockSources(TimeConfig config) {
        chrony = new Chrony(config.chronyc(), config.timeout());
        servers = config.sources().orElse(List.of()).stream().map(source -> new Sntp(source, config.timeout())).toList();
    }

    private interface Asking {
        SourceAnswer ask() throws NoAnswer;
    }

    ClockReading ask(Instant at) {
        List<String> silent = new ArrayList<>();
        CompletableFuture<SourceAnswer> host = asking(chrony::ask);
        List<CompletableFuture<SourceAnswer>> others = servers.stream().map(server -> asking(server::ask)).toList();
        Optional<SourceAnswer> hosts = answer(host, silent);
        List<SourceAnswer> answers = others.stream().flatMap(other -> answer(other, silent).stream()).toList();
        if (hosts.isEmpty() && servers.isEmpty()) {
            silent.add("no servers are configured");
        }
        return ClockReading.of(at, hosts, answers, servers.size(), silent);
    }

    private static CompletableFuture<SourceAnswer> asking(Asking source) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return source.ask();
            } catch (NoAnswer none) {
                throw new CompletionException(none);
            }
        }, work -> {
            Thread thread = new Thread(work, "clock-source");
            thread.setDaemon(true);
            thread.start();
        });
    }

    /** Each ends by itself: all of them have a time limit of their own. */
    private static Optional<SourceAnswer> answer(CompletableFuture<SourceAnswer> asked, List<String> silent) {
        try {
            return Optional.of(asked.join());
        } catch (CompletionException failed) {
            silent.add(failed.getCause() instanceof NoAnswer none ? none.getMessage() : "asking failed: " + failed.getCause());
            return Optional.empty();
        }
    }
}
