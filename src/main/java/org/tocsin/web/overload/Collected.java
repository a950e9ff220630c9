package org.tocsin.web.overload;

import io.vertx.core.buffer.Buffer;
import java.util.concurrent.atomic.AtomicBoolean;

/** What has come of a body. It counts against the memory for bodies until it is released. */
final class Collected {

    private final Buffer bytes;
    private final boolean whole;
    private final Runnable release;
    private final AtomicBoolean released = new AtomicBoolean();

    /** @param whole false when there is more, and the request is paused before it */
    Collected(Buffer bytes, boolean whole, Runnable release) {
        this.bytes = bytes;
        this.whole = whole;
        this.release = release;
    }

    Buffer bytes() {
        return bytes;
    }

    boolean whole() {
        return whole;
    }

    void release() {
        if (released.compareAndSet(false, true)) {
            release.run();
        }
    }
}
