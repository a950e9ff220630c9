package org.tocsin.audit.verify;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.tocsin.audit.log.VerifierKey;

/**
 * What whoever verifies knows from somebody else than the file.
 *
 * @param keys        of the log; without, those that the file names, which is said aside
 * @param witnesses   whose cosignatures must stand on the checkpoint
 * @param authorities certificates of time-stamping authorities (RFC 3161); without, a time stamp in the file is not looked at
 */
public record Trusted(Optional<List<VerifierKey>> keys, List<VerifierKey> witnesses, List<X509Certificate> authorities) {

    /** The log's keys alone. */
    public static Trusted keys(List<VerifierKey> keys) {
        return new Trusted(Optional.of(keys), List.of(), List.of());
    }
}
