package org.tocsin.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OctJwkGenerator;
import org.jose4j.jwk.OctetSequenceJsonWebKey;

/** A file of symmetric keys, for tocsin.secrets.key-file. */
public final class SecretKeyFile {

    private static final int BITS = 256;

    private SecretKeyFile() {
    }

    /** Made when it is missing, with one key. */
    static Path at(Path directory, String name) {
        Path file = directory.resolve(name + ".jwks.json");
        if (!Files.exists(file)) {
            write(file, List.of(key()));
        }
        return file;
    }

    public static OctetSequenceJsonWebKey key() {
        OctetSequenceJsonWebKey key = OctJwkGenerator.generateJwk(BITS);
        key.setKeyId(UUID.randomUUID().toString());
        return key;
    }

    /** The first one encrypts. */
    public static void write(Path file, List<? extends JsonWebKey> keys) {
        Pem.write(file, new JsonWebKeySet(keys).toJson(JsonWebKey.OutputControlLevel.INCLUDE_SYMMETRIC));
    }
}
