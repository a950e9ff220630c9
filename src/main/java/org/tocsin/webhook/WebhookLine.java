package org.tocsin.webhook;

import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.tocsin.seal.WebhookSignature;

/**
 * Sends one message. It connects to the address that was checked, whatever the name means by then; the certificate
 * must be the name's. Of the answer only the status is read.
 */
@ApplicationScoped
class WebhookLine {

    private static final int HEADER_BYTES = 8 * 1024;

    private final Whereto whereto;
    private final HttpClient http;
    private final long timeoutMillis;

    WebhookLine(Whereto whereto, WebhookConfig config, Vertx vertx, TlsConfigurationRegistry tls) {
        this.whereto = whereto;
        this.timeoutMillis = config.timeout().toMillis();
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout((int) timeoutMillis)
                .setKeepAlive(false)
                .setVerifyHost(true)
                .setMaxHeaderSize(HEADER_BYTES)
                .setMaxPoolSize(64);
        config.tls().ifPresent(name -> options.setTrustOptions(tls.get(name)
                .orElseThrow(() -> new IllegalStateException("There is no TLS configuration quarkus.tls." + name))
                .getTrustStoreOptions()));
        this.http = vertx.createHttpClient(options);
    }

    /** Waits for the answer, outside of any transaction. */
    Answer send(String url, List<byte[]> secrets, WebhookMessage message, Instant at) {
        URI target = URI.create(url);
        try {
            InetAddress address = whereto.addresses(target).get(0);
            return send(target, address, secrets, message, at);
        } catch (UnknownHostException e) {
            return Answer.unanswered("The name of its host is not known.");
        } catch (Whereto.NotThere refused) {
            return Answer.refused(refused.getMessage());
        }
    }

    private Answer send(URI target, InetAddress address, List<byte[]> secrets, WebhookMessage message, Instant at) {
        CompletableFuture<HttpClientRequest> opened = http.request(options(target, address)).toCompletionStage().toCompletableFuture();
        CompletableFuture<Answer> answered = opened.thenCompose(request -> request
                .putHeader("content-type", "application/json")
                .putHeader("user-agent", "Tocsin")
                .putHeader(WebhookSignature.ID, message.id().toString())
                .putHeader(WebhookSignature.TIMESTAMP, Long.toString(at.getEpochSecond()))
                .putHeader(WebhookSignature.SIGNATURE, WebhookSignature.of(secrets, message.id().toString(), at, message.body()))
                .send(Buffer.buffer(message.body()))
                .map(WebhookLine::unread)
                .map(HttpClientResponse::statusCode)
                .map(Answer::of)
                .toCompletionStage());
        try {
            return answered.get(timeoutMillis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return Answer.unanswered("It did not answer within " + timeoutMillis + " ms.");
        } catch (ExecutionException e) {
            return Answer.unanswered(words(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.unanswered("We were stopped while waiting for its answer.");
        } finally {
            // Whatever else it would say is not read; and a connection that comes late is closed as well.
            opened.thenAccept(HttpClientRequest::reset);
        }
    }

    /** Cutting off the rest of an answer is our own doing; without a handler it would be logged as an error. */
    private static HttpClientResponse unread(HttpClientResponse response) {
        return response.exceptionHandler(cutOff -> { });
    }

    private static RequestOptions options(URI target, InetAddress address) {
        boolean tls = "https".equalsIgnoreCase(target.getScheme());
        int port = target.getPort() > 0 ? target.getPort() : tls ? 443 : 80;
        String path = target.getRawPath() == null || target.getRawPath().isEmpty() ? "/" : target.getRawPath();
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setHost(Whereto.host(target))
                .setPort(port)
                .setSsl(tls)
                .setURI(target.getRawQuery() == null ? path : path + "?" + target.getRawQuery())
                .setFollowRedirects(false);
    }

    private static String words(Throwable cause) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof SSLException) {
                return "Its certificate was not accepted, or TLS failed.";
            }
        }
        return "It could not be reached.";
    }
}
