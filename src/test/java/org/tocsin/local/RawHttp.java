package org.tocsin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Sends requests byte for byte: no client on the way makes a path or a header prettier than the test wrote it. */
public final class RawHttp {

    private static final int PATIENCE = (int) Duration.ofSeconds(30).toMillis();

    private final String host;
    private final int port;

    public RawHttp(URI address) {
        this.host = address.getHost();
        this.port = address.getPort();
    }

    /** @param text the whole answer, each byte a character */
    public record Answer(String text) {

        public int status() {
            return Integer.parseInt(text.split(" ", 3)[1]);
        }

        /** @return null when there is none */
        public String header(String name) {
            return text.substring(0, text.indexOf("\r\n\r\n")).lines()
                    .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith(name.toLowerCase(java.util.Locale.ROOT) + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst().orElse(null);
        }

        public String body() {
            return text.substring(text.indexOf("\r\n\r\n") + 4);
        }
    }

    /** @param headers whole lines */
    public Answer get(String target, String... headers) {
        return send("GET " + target + " HTTP/1.1", "", headers);
    }

    /** @param requestLine without its end */
    public Answer send(String requestLine, String body, String... headers) {
        StringBuilder request = new StringBuilder(requestLine).append("\r\nHost: ").append(host).append(':').append(port)
                .append("\r\nConnection: close\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        if (!body.isEmpty()) {
            request.append("Content-Length: ").append(body.getBytes(StandardCharsets.UTF_8).length).append("\r\n");
        }
        return exchange(request.append("\r\n").append(body).toString());
    }

    private Answer exchange(String request) {
        try (Socket socket = new Socket(host, port)) {
            socket.setSoTimeout(PATIENCE);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new Answer(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(request.lines().findFirst().orElse(""), e);
        }
    }
}
