package org.tocsin.audit;

import java.util.UUID;

/**
 * An entry as the log has it.
 *
 * @param commitment what its leaf is made of
 * @param salt       opens it together with the content; null when it was erased
 * @param content    canonical JSON, null when it was erased
 */
public record Committed(UUID entry, byte[] commitment, byte[] salt, byte[] content) {

    public boolean isOpen() {
        return content != null;
    }
}
