package org.tocsin.store;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/** Guarded sockets, the next reading of which can be made to fail as it does when there is no direct memory left. */
public class FailingSocketFactory extends GuardedSocketFactory {

    /** A system property, for the driver may load another copy of this class. */
    private static final String FAIL = "org.tocsin.store.failing-socket";

    static void failNextReading() {
        System.setProperty(FAIL, "true");
    }

    @Override
    public Socket createSocket() {
        return new Guarded() {
            @Override
            protected int receive(InputStream in, byte[] bytes, int from, int length) throws IOException {
                if (System.clearProperty(FAIL) != null) {
                    throw new OutOfMemoryError("Cannot reserve 8192 bytes of direct buffer memory (not really)");
                }
                return super.receive(in, bytes, from, length);
            }
        };
    }
}
