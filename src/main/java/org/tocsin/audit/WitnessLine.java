package org.tocsin.audit;

import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.tocsin.audit.log.AddCheckpoint;
import org.tocsin.audit.verify.ShortBody;

/** Asks witnesses over HTTP, never in a transaction. */
@ApplicationScoped
class WitnessLine {

    /** @param type the answer's Content-Type, or empty */
    record Answer(int status, String type, byte[] body) {
    }

    /** There was no answer; the message says why. */
    static final class NoAnswer extends RuntimeException {
        NoAnswer(String why) {
            super(why, null, false, false);
        }
    }

    /** Some lines of signatures. */
    private static final int MOST_BYTES = 64 * 1024;

    private final TlsConfigurationRegistry tls;
    private final Duration timeout;
    private final Map<Witness, HttpClient> open = new ConcurrentHashMap<>();

    WitnessLine(TlsConfigurationRegistry tls, LogConfig config) {
        this.tls = tls;
        timeout = config.witnessTimeout();
    }

    /** @throws NoAnswer when there is no whole answer in time */
    Answer ask(Witness witness, AddCheckpoint request) {
        HttpRequest post = HttpRequest.newBuilder(witness.prefix().resolve(AddCheckpoint.PATH))
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofByteArray(request.written()))
                .build();
        CompletableFuture<HttpResponse<byte[]>> answer = ShortBody.ask(open.computeIfAbsent(witness, this::open), post, MOST_BYTES, timeout);
        try {
            HttpResponse<byte[]> got = answer.get();
            return new Answer(got.statusCode(), got.headers().firstValue("Content-Type").orElse(""), got.body());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TimeoutException) {
                throw new NoAnswer("it did not answer within " + timeout.toMillis() + " ms");
            }
            throw new NoAnswer("it could not be asked: " + e.getCause().getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoAnswer("we were stopped while asking");
        }
    }

    private HttpClient open(Witness witness) {
        HttpClient.Builder client = HttpClient.newBuilder().connectTimeout(timeout).followRedirects(HttpClient.Redirect.NEVER);
        witness.tls().ifPresent(name -> {
            try {
                client.sslContext(tls.get(name).orElseThrow(() -> new NoAnswer("there is no TLS configuration quarkus.tls." + name)).createSSLContext());
            } catch (NoAnswer missing) {
                throw missing;
            } catch (Exception e) { // the registry declares Exception itself
                throw new NoAnswer("the TLS configuration quarkus.tls." + name + " cannot be used: " + e.getMessage());
            }
        });
        return client.build();
    }
}
