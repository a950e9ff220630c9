package org.tocsin.delivery.channel;

import java.security.MessageDigest;
import java.util.Map;
import org.greenbytes.http.sfv.ByteSequenceItem;
import org.greenbytes.http.sfv.Dictionary;
import org.greenbytes.http.sfv.ListElement;
import org.greenbytes.http.sfv.ParseException;
import org.greenbytes.http.sfv.Parser;
import org.tocsin.seal.Sha256;

/** The Content-Digest header (RFC 9530 section 2), with SHA-256. */
public final class ContentDigest {

    public static final String HEADER = "Content-Digest";
    private static final String SHA_256 = "sha-256";

    private ContentDigest() {
    }

    public static String of(byte[] content) {
        return Dictionary.valueOf(Map.of(SHA_256, ByteSequenceItem.valueOf(Sha256.of(content)))).serialize();
    }

    /** Whether the header is there, names SHA-256 and is right. */
    public static boolean matches(String header, byte[] content) {
        if (header == null) {
            return false;
        }
        try {
            Map<String, ? extends ListElement<?>> digests = Parser.parseDictionary(header).get();
            return digests.get(SHA_256) instanceof ByteSequenceItem digest
                    && MessageDigest.isEqual(digest.get().array(), Sha256.of(content));
        } catch (ParseException malformed) {
            return false;
        }
    }
}
