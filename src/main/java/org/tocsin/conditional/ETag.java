package org.tocsin.conditional;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;
import org.tocsin.json.Canonical;
import org.tocsin.seal.Sha256;

/**
 * Names one state of something that is read, for conditional requests (RFC 9110 section 8.8.3). A strong one: the same
 * tag means the same content.
 *
 * @param value without its quotes
 */
public record ETag(String value) {

    private static final String WEAK = "W/";
    private static final int LENGTH = 32;

    /** The thing with its tag; or 304 and nothing when If-None-Match names the state that it is in. */
    public Response answer(HttpHeaders asked, Object thing) {
        EntityTag tag = new EntityTag(value);
        List<String> known = asked.getRequestHeader(HttpHeaders.IF_NONE_MATCH);
        return known != null && isAmong(withoutWeakness(String.join(",", known)))
                ? Response.notModified(tag).build()
                : Response.ok(thing).tag(tag).build();
    }

    /** Of what is answered: the same content has the same tag, and another has another. */
    public static ETag ofContent(Record content) {
        return new ETag(Sha256.hex(Sha256.of(Canonical.bytes(content))).substring(0, LENGTH));
    }

    /** For a comparison that is weak (RFC 9110 section 8.8.3.2). */
    static String withoutWeakness(String tags) {
        return tags.replace(WEAK, "");
    }

    /** As it stands in a header. */
    public String quoted() {
        return '"' + value + '"';
    }

    /** @param list of tags in quotes, or {@code *} for anything */
    boolean isAmong(String list) {
        return list.strip().equals("*") || Stream.of(list.split(",")).map(String::strip).anyMatch(quoted()::equals);
    }
}
