package org.tocsin.report;

import java.util.Arrays;
import java.util.UUID;

/**
 * What a key was first used for.
 *
 * @param fingerprint SHA-256 of the canonical body
 */
record FirstAnswer(byte[] fingerprint, UUID report, byte[] answer) {

    boolean isFor(FirstAnswer other) {
        return Arrays.equals(fingerprint, other.fingerprint);
    }
}
