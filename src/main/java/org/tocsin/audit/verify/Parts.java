package org.tocsin.audit.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.tocsin.audit.log.Malformed;
import org.tocsin.audit.log.Merkle;
import org.tocsin.json.Json;
import org.tocsin.seal.TrustedKeys;

/** Parts of a file of evidence, as they are meant to be there. */
final class Parts {

    private Parts() {
    }

    /** @throws Malformed with these words when it is not so */
    static void must(boolean condition, String otherwise) {
        if (!condition) {
            throw new Malformed(otherwise);
        }
    }

    static String text(JsonNode of, String member) {
        must(of.path(member).isTextual(), member + " is missing");
        return of.path(member).asText();
    }

    static byte[] bytes(JsonNode of, String member) {
        try {
            return Base64.getDecoder().decode(text(of, member));
        } catch (IllegalArgumentException e) {
            throw new Malformed(member + " is not base64");
        }
    }

    /** SHA-256, hexadecimal. */
    static String digest(byte[]... parts) {
        return HexFormat.of().formatHex(Merkle.sha256(parts));
    }

    /**
     * What a receipt (JWS, RFC 7515) says.
     *
     * @param trusted the keys that whoever verifies has from somebody else than the file; without, those of the file
     */
    static JsonNode signed(String jws, Optional<TrustedKeys> trusted, JsonNode keysOfTheFile) throws IOException {
        TrustedKeys keys = trusted.orElseGet(() -> keys(keysOfTheFile));
        return Json.MAPPER.readTree(keys.verify(jws)
                .orElseThrow(() -> new Malformed("it is not signed by the keys " + (trusted.isPresent() ? "that were given" : "in the file"))).payload());
    }

    private static TrustedKeys keys(JsonNode ofTheFile) {
        try {
            return TrustedKeys.of(ofTheFile.toString());
        } catch (IllegalArgumentException e) {
            throw new Malformed("the file does not have the keys for it");
        }
    }
}
