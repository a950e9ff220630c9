package org.tocsin.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Makes the connections to PostgreSQL. One on which reading or writing fails in a way that the driver does not expect, such as for want
 * of direct memory, is closed at once: somewhere in the midst of an exchange it would give the next one who borrows it the rest of this
 * one's answer. The driver itself closes it when the network fails, and the pool drops what is closed.
 *
 * <p>The driver makes it, by the name in the property {@code socketFactory}.
 */
public class GuardedSocketFactory extends SocketFactory {

    /** Does one reading or writing. */
    private interface Transfer {

        int run() throws IOException;
    }

    @Override
    public Socket createSocket() throws IOException {
        return new Guarded();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return createSocket(InetAddress.getByName(host), port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        Socket socket = createSocket();
        socket.connect(new InetSocketAddress(host, port));
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return createSocket(InetAddress.getByName(host), port, localHost, localPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        Socket socket = createSocket();
        socket.bind(new InetSocketAddress(localHost, localPort));
        socket.connect(new InetSocketAddress(host, port));
        return socket;
    }

    /** Its streams end with the first failure that is none of the network's. */
    protected static class Guarded extends Socket {

        @Override
        public InputStream getInputStream() throws IOException {
            InputStream in = super.getInputStream();
            return new InputStream() {
                @Override
                public int read() throws IOException {
                    return guarded(in::read);
                }

                @Override
                public int read(byte[] bytes, int from, int length) throws IOException {
                    return guarded(() -> receive(in, bytes, from, length));
                }

                @Override
                public int available() throws IOException {
                    return in.available();
                }

                @Override
                public void close() throws IOException {
                    in.close();
                }
            };
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            OutputStream out = super.getOutputStream();
            return new OutputStream() {
                @Override
                public void write(int one) throws IOException {
                    write(new byte[] {(byte) one}, 0, 1);
                }

                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    guarded(() -> {
                        send(out, bytes, from, length);
                        return length;
                    });
                }

                @Override
                public void flush() throws IOException {
                    out.flush();
                }

                @Override
                public void close() throws IOException {
                    out.close();
                }
            };
        }

        protected int receive(InputStream in, byte[] bytes, int from, int length) throws IOException {
            return in.read(bytes, from, length);
        }

        protected void send(OutputStream out, byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        private int guarded(Transfer transfer) throws IOException {
            try {
                return transfer.run();
            } catch (RuntimeException | Error unknownState) {
                close();
                throw unknownState;
            }
        }
    }
}
