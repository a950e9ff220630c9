package org.tocsin.audit.verify;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.tocsin.audit.log.VerifierKey;
import org.tocsin.seal.TrustedKeys;

/**
 * What whoever verifies knows from somebody else than the file.
 *
 * @param keys            of the log; without, nothing hangs on anything, and that is said
 * @param witnesses       whose cosignatures must stand on the checkpoint
 * @param authorities     certificates of time-stamping authorities (RFC 3161); without, a time stamp in the file is not looked at
 * @param receiptKeys     with which the instance signs receipts; without, those that the file names, which is said aside
 * @param destinationKeys the same of the destinations
 */
public record Trusted(Optional<List<VerifierKey>> keys, List<VerifierKey> witnesses, List<X509Certificate> authorities,
        Optional<TrustedKeys> receiptKeys, Optional<TrustedKeys> destinationKeys) {

    /** The log's keys alone. */
    public static Trusted keys(List<VerifierKey> keys) {
        return new Trusted(Optional.of(keys), List.of(), List.of(), Optional.empty(), Optional.empty());
    }
}
