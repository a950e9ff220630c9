package org.tocsin.seal;

import java.util.Optional;
import org.jboss.logging.Logger;
import org.jose4j.lang.JoseException;

/**
 * The one place where a stranger's JOSE text is read: a signature, a token, a key. The library throws whatever it stumbles
 * over, from its own exception to {@link NullPointerException} and {@link StackOverflowError}; here all of that means that the text is none.
 */
public final class Jose {

    private static final Logger LOG = Logger.getLogger(Jose.class);

    /** Reads or verifies something that a stranger wrote. */
    public interface Reading<T> {

        /** @return nothing when it is not what it should be */
        Optional<T> read() throws JoseException;
    }

    private Jose() {
    }

    /** @return nothing when the text cannot be read, whatever is wrong with it */
    public static <T> Optional<T> read(Reading<T> reading) {
        try {
            return reading.read();
        } catch (JoseException | RuntimeException | StackOverflowError malformed) {
            LOG.debugf("JOSE text refused reason=%s", malformed.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}
