package org.tocsin.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

/** Reading key files, with errors that name the file. */
final class Jwks {

    private Jwks() {
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the key file " + file, e);
        }
    }

    static JsonWebKeySet keySet(Path file) {
        try {
            return new JsonWebKeySet(read(file));
        } catch (JoseException e) {
            throw new IllegalStateException("Not a JSON Web Key Set (RFC 7517 section 5): " + file, e);
        }
    }
}
