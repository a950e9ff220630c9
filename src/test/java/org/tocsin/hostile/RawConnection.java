package org.tocsin.hostile;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** A connection over which anything can be sent, and answers be read. It is opened when it is needed and kept for the next request. */
public final class RawConnection implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 10_000;

    private final URI address;
    private Socket socket;
    private InputStream in;

    public RawConnection(URI address) {
        this.address = address;
    }

    public RawAnswer ask(RawRequest request) {
        return ask(request.bytes(), request.method()).orElseThrow(() -> new AssertionError("closed without an answer: " + request));
    }

    /**
     * @return nothing when the connection was closed without an answer
     * @throws AssertionError when it was left open without one
     */
    public Optional<RawAnswer> ask(byte[] request, String method) {
        boolean kept = socket != null;
        try {
            Optional<RawAnswer> answer = once(request, method);
            if (answer.isPresent() || !kept) {
                return answer;
            }
            return once(request, method); // the kept connection had been closed meanwhile
        } catch (SocketTimeoutException silent) {
            close();
            throw new AssertionError("left without an answer for " + PATIENCE_MILLIS + " ms", silent);
        } catch (IOException broken) {
            close();
            throw new UncheckedIOException(broken);
        }
    }

    private Optional<RawAnswer> once(byte[] request, String method) throws IOException {
        open();
        try {
            socket.getOutputStream().write(request);
        } catch (IOException refusedMeanwhile) {
            // what it answered before it closed can still be read
        }
        try {
            RawAnswer answer = read(method);
            if (answer.closes()) {
                close();
            }
            return Optional.of(answer);
        } catch (EOFException | SocketException closed) {
            close();
            return Optional.empty();
        }
    }

    private void open() throws IOException {
        if (socket == null) {
            socket = new Socket(address.getHost(), address.getPort());
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
        }
    }

    private RawAnswer read(String method) throws IOException {
        String first = line();
        int status = Integer.parseInt(first.split(" ")[1]);
        Map<String, List<String>> headers = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>()).add(line.substring(colon + 1).strip());
        }
        if (status / 100 == 1) {
            return read(method);
        }
        boolean none = method.equals("HEAD") || status == 204 || status == 304;
        byte[] body = none ? new byte[0] : body(headers);
        boolean packed = body.length > 0 && headers.getOrDefault("content-encoding", List.of()).contains("gzip");
        return new RawAnswer(status, headers, packed ? new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes() : body);
    }

    private byte[] body(Map<String, List<String>> headers) throws IOException {
        if (headers.containsKey("transfer-encoding")) {
            return chunks();
        }
        if (headers.containsKey("content-length")) {
            return exactly(Integer.parseInt(headers.get("content-length").get(0)));
        }
        byte[] rest = in.readAllBytes();
        close();
        return rest;
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int size = size(); size > 0; size = size()) {
            all.write(exactly(size));
            line();
        }
        line();
        return all.toByteArray();
    }

    private int size() throws IOException {
        return Integer.parseInt(line().split(";")[0].strip(), 16);
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException alreadyGone) {
            // that is what was wanted
        } finally {
            socket = null;
        }
    }
}
