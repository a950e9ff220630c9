package org.tocsin.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Iterator;
import org.tocsin.party.Caller;
import org.tocsin.problem.Problem;
import org.tocsin.seal.Sha256;
import org.tocsin.web.overload.Parts;

/**
 * Gives a file out, whole or a part of it (RFC 9110 section 14). Whatever it is, a browser saves it and neither shows nor
 * runs it.
 */
@ApplicationScoped
class Download {

    static final String STATE = "Tocsin-Attachment-State";
    private static final String SANDBOX = "sandbox; default-src 'none'; frame-ancestors 'none'";

    private final AttachmentReading reading;
    private final StoredBytes bytes;

    Download(AttachmentReading reading, StoredBytes bytes) {
        this.reading = reading;
        this.bytes = bytes;
    }

    /** @throws Problem 404 when there is none, 409 while it is quarantined, 403 when it is infected, 410 when it was erased */
    Response of(Caller caller, String report, String id, HttpHeaders headers, Request conditions) {
        AttachmentReading.Whole whole = reading.one(caller, report, id);
        AttachmentRules.checkGivenOut(whole.attachment(), whole.content());
        EntityTag tag = new EntityTag(Sha256.hex(whole.content().digest));
        Response.ResponseBuilder decided = conditions.evaluatePreconditions(tag);
        if (decided == null) {
            return answer(whole, tag, headers);
        }
        Response unchanged = decided.tag(tag).build();
        if (unchanged.getStatus() == Response.Status.PRECONDITION_FAILED.getStatusCode()) {
            throw new Problem(412, "precondition-failed", "Precondition failed", "The file is not in the state that the request demands; a file never changes.")
                    .with("etag", '"' + tag.getValue() + '"');
        }
        return unchanged;
    }

    private Response answer(AttachmentReading.Whole whole, EntityTag tag, HttpHeaders headers) {
        Content content = whole.content();
        try {
            ByteRange range = ByteRange.of(headers.getHeaderString("Range"), headers.getHeaderString("If-Range"),
                    "\"" + tag.getValue() + "\"", content.size);
            Iterator<byte[]> pieces = bytes.pieces(content.key(), range.from(), range.before());
            Parts out = () -> pieces.hasNext() ? pieces.next() : null;
            Response.ResponseBuilder answer = Response.status(range.whole() ? 200 : 206)
                    .entity(out)
                    .type(whole.attachment().declaredType)
                    .tag(tag)
                    .header("Accept-Ranges", "bytes")
                    .header(HttpHeaders.CONTENT_LENGTH, range.length())
                    .header(HttpHeaders.CONTENT_DISPOSITION, FileName.disposition(whole.attachment().name))
                    .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                    .header("Content-Security-Policy", SANDBOX)
                    .header("X-Content-Type-Options", "nosniff")
                    .header(STATE, content.state.code());
            return (range.whole() ? answer : answer.header("Content-Range", range.contentRange(content.size))).build();
        } catch (Problem noSuchPart) {
            return Response.status(noSuchPart.status())
                    .type("application/problem+json")
                    .entity(noSuchPart.document())
                    .header("Content-Range", "bytes */" + content.size)
                    .build();
        }
    }
}
