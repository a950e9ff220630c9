package org.tocsin.attachment;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Speaks INSTREAM as ClamAV's daemon does. What a content says in it decides how it is answered: EICAR is found;
 * CLOSE-ONCE-…, HANG-ONCE-… and ERROR-ONCE-… get no verdict the first time, HANG never.
 */
final class FakeClamd implements AutoCloseable {

    private static final Pattern MARK = Pattern.compile("(EICAR|HANG-ONCE|CLOSE-ONCE|ERROR-ONCE|HANG)(-[0-9a-f-]{36})?");

    private final ServerSocketChannel listener;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);

    private FakeClamd(ServerSocketChannel listener) {
        this.listener = listener;
        Thread thread = new Thread(this::serve, "fake-clamd");
        thread.setDaemon(true);
        thread.start();
    }

    static FakeClamd onLoopback() throws IOException {
        return new FakeClamd(ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)));
    }

    static FakeClamd at(Path socket) throws IOException {
        return new FakeClamd(ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket)));
    }

    /** As it is configured. */
    String address() throws IOException {
        SocketAddress local = listener.getLocalAddress();
        return local instanceof InetSocketAddress loopback ? "localhost:" + loopback.getPort() : "unix:" + local;
    }

    private void serve() {
        try {
            while (true) {
                SocketChannel client = listener.accept();
                Thread thread = new Thread(() -> answer(client), "fake-clamd-scan");
                thread.setDaemon(true);
                thread.start();
            }
        } catch (IOException over) {
            // closed: the test is over
        }
    }

    private void answer(SocketChannel client) {
        try (client; InputStream in = Channels.newInputStream(client); OutputStream out = Channels.newOutputStream(client)) {
            String verdict = verdict(content(new DataInputStream(in)));
            if (verdict != null) {
                out.write((verdict + "\0").getBytes(StandardCharsets.US_ASCII));
                out.flush();
            }
        } catch (IOException | InterruptedException gone) {
            // the other side has had enough
        }
    }

    private static String content(DataInputStream in) throws IOException {
        byte[] command = in.readNBytes("zINSTREAM\0".length());
        if (!new String(command, StandardCharsets.US_ASCII).equals("zINSTREAM\0")) {
            throw new EOFException("not INSTREAM");
        }
        StringBuilder content = new StringBuilder();
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
            content.append(new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
        }
        return content.toString();
    }

    private String verdict(String content) throws InterruptedException {
        Matcher mark = MARK.matcher(content);
        if (!mark.find()) {
            return "stream: OK";
        }
        if (mark.group(1).equals("EICAR")) {
            return "stream: Eicar-Test-Signature FOUND";
        }
        if (mark.group(1).endsWith("-ONCE") && !seen.add(mark.group())) {
            return "stream: OK";
        }
        if (mark.group(1).startsWith("HANG")) {
            closed.await();
        }
        return mark.group(1).startsWith("ERROR") ? "INSTREAM size limit exceeded. ERROR" : null;
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        listener.close();
    }
}
