package org.tocsin.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Base64;
import org.tocsin.audit.log.NoteSigner;
import org.tocsin.json.Json;

/** The stack's keys of logs and witnesses, as those who verify or imitate them need them. */
public final class LogKey {

    private interface Maker {
        NoteSigner of(String name, byte[] seed, byte[] publicKey);
    }

    private LogKey() {
    }

    public static NoteSigner log(Certificates certificates, String instance) {
        return read(certificates.log(instance), instance + "/audit/log", NoteSigner::of);
    }

    public static NoteSigner witness(Certificates certificates, String instance) {
        return read(certificates.witness(instance), instance + "/audit/witness", NoteSigner::cosigning);
    }

    private static NoteSigner read(SigningKey key, String name, Maker maker) {
        try {
            JsonNode jwk = Json.tree(Files.readAllBytes(key.jwk()));
            return maker.of(name, part(jwk, "d"), part(jwk, "x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] part(JsonNode key, String member) {
        return Base64.getUrlDecoder().decode(key.path(member).asText());
    }
}
