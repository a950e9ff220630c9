package org.tocsin.audit.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;

/** An answer of which no more is read than any honest one has, and for no longer than it may take. */
public final class ShortBody implements HttpResponse.BodySubscriber<byte[]> {

    private final int mostBytes;
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();
    private Flow.Subscription subscription;

    private ShortBody(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    /**
     * The client's own time limit of a request ends with the headers, so whoever sends those and then a byte now and then would be waited for.
     *
     * @param patience for all of it, from connecting to the last byte
     * @return ends with an IOException when there are more bytes, with a TimeoutException when there is no whole answer in time; the
     *         connection is closed then
     */
    public static CompletableFuture<HttpResponse<byte[]>> ask(HttpClient client, HttpRequest request, int mostBytes, Duration patience) {
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, head -> new ShortBody(mostBytes));
        CompletableFuture<HttpResponse<byte[]>> inTime = answer.copy().orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
        inTime.whenComplete((got, failure) -> answer.cancel(true));
        return inTime;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return whole;
    }

    @Override
    public void onSubscribe(Flow.Subscription coming) {
        subscription = coming;
        coming.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
        for (ByteBuffer part : parts) {
            if (read.size() + part.remaining() > mostBytes) {
                subscription.cancel();
                whole.completeExceptionally(new IOException("more than " + mostBytes + " bytes"));
                return;
            }
            byte[] bytes = new byte[part.remaining()];
            part.get(bytes);
            read.writeBytes(bytes);
        }
    }

    @Override
    public void onError(Throwable failure) {
        whole.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        whole.complete(read.toByteArray());
    }
}
