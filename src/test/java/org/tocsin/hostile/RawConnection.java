package org.tocsin.hostile;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.io.ByteArrayOutputStream;

/** A connection over which anything can be sent, and answers be read. It is opened when it is needed and kept for the next request. */
public final class RawConnection implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;

    private final URI address;
    private Socket socket;
    private InputStream in;

    public RawConnection(URI address) {
        this.address = address;
    }

    public RawAnswer ask(RawRequest request) {
        return ask(request.bytes(), request.method()).orElseThrow(() -> new AssertionError("closed without an answer: " + request));
    }

    /** @return nothing when the connection was closed without an answer */
    public Optional<RawAnswer> ask(byte[] request, String method) {
        boolean kept = socket != null;
        try {
            Optional<RawAnswer> answer = once(request, method);
            if (answer.isPresent() || !kept) {
                return answer;
            }
            return once(request, method); // the kept connection had been closed meanwhile
        } catch (IOException broken) {
            close();
            throw new AssertionError("no answer: " + broken, broken);
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
        } catch (EOFException | java.net.SocketException closed) {
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
        return new RawAnswer(status, headers, none ? new byte[0] : body(headers));
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
