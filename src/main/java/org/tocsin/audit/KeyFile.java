package org.tocsin.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.tocsin.audit.log.NoteSigner;
import org.tocsin.json.Json;

/** Reads a private key of a log or of a witness: a JSON Web Key (RFC 8037) with kty OKP, crv Ed25519, d, x. */
public final class KeyFile {

    private interface Maker {
        NoteSigner of(String name, byte[] seed, byte[] publicKey);
    }

    private KeyFile() {
    }

    static NoteSigner signing(String name, Path file) {
        return read(name, file, NoteSigner::of);
    }

    public static NoteSigner cosigning(String name, Path file) {
        return read(name, file, NoteSigner::cosigning);
    }

    private static NoteSigner read(String name, Path file, Maker maker) {
        try {
            JsonNode key = Json.tree(Files.readAllBytes(file));
            return maker.of(name, part(key, "d"), part(key, "x"));
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
