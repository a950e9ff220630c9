package org.tocsin.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A machine that sends one request after the other over its own connection. It speaks HTTP/1.1 by hand, because the
 * load shares two cores with what it measures, and a client library would take a good part of them.
 */
final class Submitting implements Load.Client {

    private final Socket connection;
    private final OutputStream out;
    private final InputStream in;
    private final String head;
    private final Supplier<byte[]> body;
    private final String expected;

    /** @param body of the next request */
    Submitting(String address, String path, String token, Supplier<byte[]> body, int status) throws IOException {
        this(address, "127.0.0.1", path, token, body, status);
    }

    /** @param from an address of this machine */
    Submitting(String address, String from, String path, String token, Supplier<byte[]> body, int status) throws IOException {
        URI service = URI.create(address);
        this.connection = new Socket(service.getHost(), service.getPort(), InetAddress.getByName(from), 0);
        connection.setTcpNoDelay(true);
        this.out = connection.getOutputStream();
        this.in = new BufferedInputStream(connection.getInputStream(), 64 * 1024);
        this.body = body;
        this.expected = "HTTP/1.1 " + status + " ";
        this.head = "POST " + path + " HTTP/1.1\r\nHost: " + service.getAuthority() + "\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/json\r\n";
    }

    @Override
    public boolean once() throws IOException {
        byte[] sent = body.get();
        String request = head + "Idempotency-Key: " + UUID.randomUUID() + "\r\nContent-Length: " + sent.length + "\r\n\r\n";
        byte[] bytes = new byte[request.length() + sent.length];
        System.arraycopy(request.getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, request.length());
        System.arraycopy(sent, 0, bytes, request.length(), sent.length);
        out.write(bytes);
        String status = line();
        int length = -1;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        if (length < 0) {
            throw new IOException("An answer without a length: " + status);
        }
        in.skipNBytes(length);
        return status.startsWith(expected);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(80);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("The connection was closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
