package org.tocsin.audit;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.tocsin.audit.log.Checkpoint;
import org.tocsin.audit.log.Note;
import org.tocsin.audit.log.NoteSigner;
import org.tocsin.audit.log.VerifierKey;

/** The keys that sign this log, and nothing else. */
@Singleton
class LogKeys {

    private final String origin;
    private final List<NoteSigner> signers;

    LogKeys(LogConfig config) {
        origin = config.origin();
        signers = Stream.concat(Stream.of(config.keyFile()), config.furtherKeyFiles().stream().flatMap(List::stream))
                .map(file -> KeyFile.signing(origin, file))
                .toList();
    }

    String origin() {
        return origin;
    }

    /** The current one first. */
    List<VerifierKey> keys() {
        return signers.stream().map(NoteSigner::key).toList();
    }

    Note sign(Checkpoint checkpoint) {
        return new Note(checkpoint.text(), signers.stream().map(signer -> signer.sign(checkpoint.text())).toList());
    }
}
