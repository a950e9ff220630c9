package org.tocsin.peer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import javax.net.ssl.SSLContext;
import org.eclipse.microprofile.config.ConfigProvider;

/** A connection to the service under test, over TLS as somebody, or plain. */
final class Wire {

    private final HttpClient http;
    private final String address;

    private Wire(HttpClient http, String address) {
        this.http = http;
        this.address = address;
    }

    static Wire tls(SSLContext who) {
        return new Wire(HttpClient.newBuilder().sslContext(who).build(),
                "https://localhost:" + port("quarkus.http.test-ssl-port"));
    }

    static Wire plain() {
        return new Wire(HttpClient.newHttpClient(), "http://localhost:" + port("quarkus.http.test-port"));
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(address + path));
    }

    Answer send(HttpRequest.Builder request) throws IOException {
        try {
            return Answer.of(http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int port(String key) {
        return ConfigProvider.getConfig().getValue(key, Integer.class);
    }
}
