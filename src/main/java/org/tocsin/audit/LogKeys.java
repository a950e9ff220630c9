package org.tocsin.audit;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.tocsin.audit.log.Checkpoint;
import org.tocsin.audit.log.Note;
import org.tocsin.audit.log.NoteSigner;
import org.tocsin.audit.log.VerifierKey;
import org.tocsin.json.Json;

/** The keys that sign this log, and nothing else. */
@Singleton
class LogKeys {

    private final String origin;
    private final List<NoteSigner> signers;

    LogKeys(LogConfig config) {
        origin = config.origin();
        signers = Stream.concat(Stream.of(config.keyFile()), config.furtherKeyFiles().stream().flatMap(List::stream))
                .map(file -> signer(origin, file))
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

    private static NoteSigner signer(String origin, Path file) {
        try {
            JsonNode key = Json.tree(Files.readAllBytes(file));
            return NoteSigner.of(origin, part(key, "d"), part(key, "x"));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the key file " + file, e);
        } catch (RuntimeException notAKey) {
            // The cause could show the key.
            throw new IllegalStateException(file + " must hold an Ed25519 JSON Web Key with both halves (RFC 8037)");
        }
    }

    private static byte[] part(JsonNode key, String member) {
        return Base64.getUrlDecoder().decode(key.required(member).asText());
    }
}
