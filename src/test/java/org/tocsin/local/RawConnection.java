package org.tocsin.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A connection on which a test sends what no HTTP client would, from an address of its choice. */
public final class RawConnection implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket;

    private RawConnection(Socket socket) {
        this.socket = socket;
    }

    /** @param from an address of this machine, such as 127.0.0.2 */
    public static RawConnection open(String from, URI to) {
        return open(from, to, 64 * 1024);
    }

    /** @param receiveBytes how much the system takes in for somebody who does not read */
    public static RawConnection open(String from, URI to, int receiveBytes) {
        try {
            Socket socket = new Socket();
            socket.setReceiveBufferSize(receiveBytes);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
            socket.connect(new InetSocketAddress(to.getHost(), to.getPort()), PATIENCE_MILLIS);
            return new RawConnection(socket);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** Does nothing when the other side has closed. */
    public RawConnection send(String text) {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    public RawConnection send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (IOException closed) {
            return this;
        }
        return this;
    }

    /** The next answer: its head, and the body that the head announces; empty when the connection ends first. */
    public String answer() {
        String head = answerHead();
        try {
            return head + new String(socket.getInputStream().readNBytes(length(head)), StandardCharsets.UTF_8);
        } catch (SocketException reset) {
            return head;
        } catch (IOException late) {
            throw new UncheckedIOException(late);
        }
    }

    /** The head of the next answer alone. */
    public String answerHead() {
        try {
            StringBuilder head = new StringBuilder();
            InputStream in = socket.getInputStream();
            while (head.indexOf("\r\n\r\n") < 0) {
                int next = in.read();
                if (next < 0) {
                    return head.toString();
                }
                head.append((char) next);
            }
            return head.toString();
        } catch (SocketException reset) {
            return "";
        } catch (IOException late) {
            throw new UncheckedIOException(late);
        }
    }

    private static int length(String head) {
        return head.toLowerCase().lines().filter(line -> line.startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(line.substring(line.indexOf(':') + 1).strip())).findFirst().orElse(0);
    }

    /** Whether the other side has closed; whatever it sent is thrown away. Waits for neither. */
    public boolean isClosed() {
        try {
            socket.setSoTimeout(1);
            byte[] thrownAway = new byte[16 * 1024];
            while (true) {
                if (socket.getInputStream().read(thrownAway) < 0) {
                    return true;
                }
            }
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    /** The same without taking in what was sent: a client that never reads finds that out by writing. */
    public boolean isCutOff() {
        try {
            socket.getOutputStream().write('\n');
            return false;
        } catch (IOException cut) {
            return true;
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            throw new UncheckedIOException(alreadyGone);
        }
    }
}
