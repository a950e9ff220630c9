package org.tocsin.web.overload;

import java.io.IOException;

/**
 * An answer's body that is made part after part, each when the reader has taken those before it. While somebody reads, or does not, no
 * thread and no transaction waits, and one part is in memory.
 */
public interface Parts {

    /** @return the next part; null when there is none. Called on a worker thread, not twice at a time, outside the request's context */
    byte[] next() throws IOException;
}
