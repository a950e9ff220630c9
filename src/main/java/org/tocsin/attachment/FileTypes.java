package org.tocsin.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import org.apache.tika.Tika;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;

/** What a file says it is, and what its first bytes look like. Neither is the truth, so both are kept. */
@ApplicationScoped
class FileTypes {

    private static final int DECLARED_CHARACTERS = 200;
    private static final String UNKNOWN = MediaType.OCTET_STREAM.toString();

    private final Tika tika = new Tika();
    private final MediaTypeRegistry types = MediaTypeRegistry.getDefaultRegistry();

    /** @param header the Content-Type header; null when there is none */
    static String declared(String header) {
        MediaType type = header == null || header.length() > DECLARED_CHARACTERS ? null : MediaType.parse(header);
        return type == null ? UNKNOWN : type.toString();
    }

    /** By the beginning alone, for a name can say anything. */
    String detected(byte[] beginning) {
        return tika.detect(beginning);
    }

    /** Whether it claims to be something that it does not look like. A closer word for the same is none: CSV looks like text. */
    boolean mismatch(String declared, String detected) {
        MediaType claimed = normal(declared);
        MediaType seen = normal(detected);
        boolean saysNothing = claimed.equals(MediaType.OCTET_STREAM) || seen.equals(MediaType.OCTET_STREAM);
        return !saysNothing && !claimed.equals(seen)
                && !types.isSpecializationOf(claimed, seen) && !types.isSpecializationOf(seen, claimed);
    }

    private MediaType normal(String type) {
        return types.normalize(MediaType.parse(type).getBaseType());
    }
}
