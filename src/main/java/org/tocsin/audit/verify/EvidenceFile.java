package org.tocsin.audit.verify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tocsin.audit.log.Malformed;
import org.tocsin.audit.log.Merkle;
import org.tocsin.audit.log.TlogProof;
import org.tocsin.audit.log.VerifierKey;

/** Tells what kind of file it is, a proof or the evidence of a report, and has it checked. */
public final class EvidenceFile {

    private EvidenceFile() {
    }

    /**
     * @param trusted what was learnt from somebody else than the file
     * @param aside   takes what is worth knowing and no statement
     * @throws Malformed when it is no such file
     */
    public static List<Finding> verify(byte[] file, Trusted trusted, Consumer<String> aside) {
        boolean isProof = new String(file, 0, Math.min(file.length, 32), StandardCharsets.UTF_8).startsWith("c2sp.org/tlog-proof@");
        return isProof ? proof(file, trusted.keys(), trusted.witnesses()) : new EvidenceVerification(file, trusted, aside).verify();
    }

    private static List<Finding> proof(byte[] file, Optional<List<VerifierKey>> keys, List<VerifierKey> witnesses) {
        TlogProof proof = TlogProof.parse(file);
        byte[] entry = proof.extra().orElseThrow(() -> new Malformed("the proof does not say of which entry it is"));
        String statement = "%s has at place %d the entry whose leaf is %s".formatted(
                proof.checkpoint().origin(), proof.index(), Merkle.leaf(entry).hex());
        List<Finding> findings = new ArrayList<>();
        findings.add(keys
                .map(known -> proof.objection(known, entry))
                .orElse(Optional.of("no key was given: a proof holds against a key that was known before (--key)"))
                .map(why -> Finding.notProved(statement, why))
                .orElseGet(() -> Finding.proved(statement)));
        findings.addAll(Cosigned.by(witnesses, proof.note()));
        return findings;
    }
}
