package org.tocsin.attachment;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * One conversation with ClamAV's daemon: INSTREAM (clamd(8), COMMANDS). What is to be scanned is written as frames, each
 * with its length before it, and an empty one ends it.
 */
final class Clamd implements Closeable {

    private static final byte[] INSTREAM = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final int ANSWER_BYTES = 4 * 1024;
    private static final String UNIX = "unix:";

    private final SocketChannel channel;
    private final Selector selector;
    private final long timeoutMillis;

    private Clamd(SocketChannel channel, Selector selector, Duration timeout) {
        this.channel = channel;
        this.selector = selector;
        this.timeoutMillis = timeout.toMillis();
    }

    /**
     * @param address {@code host:port} or {@code unix:/path}
     * @param timeout for each wait: for the connection, for room to write, for the answer
     */
    static Clamd connect(String address, Duration timeout) throws IOException {
        SocketAddress to = socket(address).get();
        SocketChannel channel = to instanceof UnixDomainSocketAddress
                ? SocketChannel.open(java.net.StandardProtocolFamily.UNIX) : SocketChannel.open();
        Selector selector = Selector.open();
        Clamd clamd = new Clamd(channel, selector, timeout);
        try {
            channel.configureBlocking(false);
            channel.register(selector, 0);
            if (!channel.connect(to)) {
                clamd.await(SelectionKey.OP_CONNECT);
                channel.finishConnect();
            }
            return clamd;
        } catch (IOException | RuntimeException failed) {
            clamd.close();
            throw failed;
        }
    }

    /**
     * A name is looked up with each connection, for it may lead elsewhere by then.
     *
     * @throws IllegalArgumentException when it is neither form
     */
    static Supplier<SocketAddress> socket(String address) {
        if (address.startsWith(UNIX)) {
            UnixDomainSocketAddress path = UnixDomainSocketAddress.of(address.substring(UNIX.length()));
            return () -> path;
        }
        int colon = address.lastIndexOf(':');
        if (colon <= 0) {
            throw new IllegalArgumentException("neither host:port nor unix:/path: " + address);
        }
        String host = address.substring(0, colon);
        int port = Integer.parseInt(address.substring(colon + 1));
        return () -> new InetSocketAddress(host, port);
    }

    /** Begins a scan; what is written is scanned. */
    OutputStream content() throws IOException {
        send(ByteBuffer.wrap(INSTREAM));
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                if (length > 0) {
                    send(length(length));
                    send(ByteBuffer.wrap(bytes, from, length));
                }
            }
        };
    }

    /** Ends what is to be scanned, and waits. */
    Verdict verdict() throws IOException {
        send(length(0));
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        ByteBuffer buffer = ByteBuffer.allocate(ANSWER_BYTES);
        while (answer.size() < ANSWER_BYTES) {
            int read = channel.read(buffer);
            if (read < 0) {
                break;
            }
            if (read == 0) {
                await(SelectionKey.OP_READ);
                continue;
            }
            answer.write(buffer.array(), 0, read);
            buffer.clear();
            if (answer.toByteArray()[answer.size() - 1] == 0) {
                break;
            }
        }
        return Verdict.of(answer.toString(StandardCharsets.UTF_8));
    }

    private static ByteBuffer length(int length) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(0, length);
    }

    private void send(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            if (channel.write(bytes) == 0) {
                await(SelectionKey.OP_WRITE);
            }
        }
    }

    private void await(int operation) throws IOException {
        channel.keyFor(selector).interestOps(operation);
        selector.selectedKeys().clear();
        if (selector.select(timeoutMillis) == 0) {
            throw new SocketTimeoutException("nothing for " + timeoutMillis + " ms");
        }
    }

    @Override
    public void close() throws IOException {
        try (channel; selector) {
            // both, also when one fails
            channel.keyFor(selector);
        }
    }
}
