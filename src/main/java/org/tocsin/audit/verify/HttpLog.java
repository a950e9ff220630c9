package org.tocsin.audit.verify;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.tocsin.audit.log.Malformed;
import org.tocsin.audit.log.Tile;
import org.tocsin.audit.log.TileReader;

/** A log at an address, which is asked for the next tiles while the last one is being hashed. */
final class HttpLog implements TileReader {

    private static final int AHEAD = 16;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** 256 hashes of 32 bytes. */
    private static final int TILE_BYTES = 256 * 32;
    /** 256 entries, each with its length in two bytes, of up to 65535 bytes. */
    private static final int BUNDLE_BYTES = 256 * 65_537;
    /** Checkpoints and keys. */
    private static final int OTHER_BYTES = 1024 * 1024;

    private final HttpClient client;
    private final URI prefix;
    private final Optional<String> token;
    private final Duration patience;
    private final Map<Tile, CompletableFuture<byte[]>> coming = new HashMap<>();
    private long size = -1;

    /**
     * @param token a bearer token, when the log is not public
     * @param tls   whom to trust, and a client certificate, when the log's server asks for one
     */
    HttpLog(String prefix, Optional<String> token, SSLContext tls) {
        this(prefix, token, tls, TIMEOUT);
    }

    /** @param patience for each whole answer */
    HttpLog(String prefix, Optional<String> token, SSLContext tls, Duration patience) {
        client = HttpClient.newBuilder().sslContext(tls).connectTimeout(patience).followRedirects(HttpClient.Redirect.NEVER).build();
        this.patience = patience;
        this.prefix = URI.create(prefix.endsWith("/") ? prefix : prefix + "/");
        this.token = token;
    }

    byte[] get(String path) {
        return wait(path, ask(path));
    }

    /** Lets it ask ahead: a tree of this size has these tiles. */
    void expect(long size) {
        this.size = size;
    }

    @Override
    public byte[] read(Tile tile) {
        if (tile.level() <= 0) {
            askAhead(tile);
        }
        CompletableFuture<byte[]> answer = coming.remove(tile);
        return wait(tile.path(), answer == null ? ask(tile.path()) : answer);
    }

    private void askAhead(Tile tile) {
        for (long number = tile.number(); number < tile.number() + AHEAD && number * Tile.FULL < size; number++) {
            coming.computeIfAbsent(Tile.within(size, tile.level(), number), next -> ask(next.path()));
        }
    }

    private CompletableFuture<byte[]> ask(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(prefix.resolve(path));
        token.ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
        return ShortBody.ask(client, request.build(), mostBytes(path), patience).thenApply(answer -> {
            if (answer.statusCode() != 200) {
                throw new Malformed("the server answers %d to %s".formatted(answer.statusCode(), path));
            }
            return answer.body();
        });
    }

    private static int mostBytes(String path) {
        if (path.startsWith("tile/entries/")) {
            return BUNDLE_BYTES;
        }
        return path.startsWith("tile/") ? TILE_BYTES : OTHER_BYTES;
    }

    private static byte[] wait(String path, CompletableFuture<byte[]> answer) {
        try {
            return answer.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof Malformed malformed) {
                throw malformed;
            }
            if (failure.getCause() instanceof TimeoutException) {
                throw new Malformed("the server gives no whole answer in time to " + path);
            }
            if (failure.getCause() instanceof IOException io) {
                throw new Malformed("the server does not answer to %s: %s".formatted(path, Optional.ofNullable(io.getMessage()).orElse(io.getClass().getSimpleName())));
            }
            throw failure;
        }
    }
}
