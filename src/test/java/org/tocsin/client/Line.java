package org.tocsin.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import javax.net.ssl.SSLContext;
import org.eclipse.microprofile.config.ConfigProvider;
import org.tocsin.report.Drafts;

/** A connection to the service under test, over TLS as somebody, or plain. */
public final class Line {

    private final HttpClient http;
    private final String address;

    private Line(HttpClient http, String address) {
        this.http = http;
        this.address = address;
    }

    public static Line tls(SSLContext who) {
        return new Line(HttpClient.newBuilder().sslContext(who).build(), "https://localhost:" + port("quarkus.http.test-ssl-port"));
    }

    public static Line plain() {
        return new Line(HttpClient.newHttpClient(), "http://localhost:" + port("quarkus.http.test-port"));
    }

    public HttpRequest.Builder to(String path, String token) {
        return HttpRequest.newBuilder(URI.create(address + path)).header("Authorization", "Bearer " + token);
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> file(String token) {
        return send(to("/api/v1/reports", token).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Drafts.earlyWarning().toString())));
    }

    private static int port(String key) {
        return ConfigProvider.getConfig().getValue(key, Integer.class);
    }
}
