package org.tocsin.attachment;

import java.util.Optional;
import org.tocsin.problem.Problem;

/** The headers of an upload that can be gone on with (draft-ietf-httpbis-resumable-upload, section 4). */
final class UploadHeaders {

    static final String COMPLETE = "Upload-Complete";
    static final String OFFSET = "Upload-Offset";
    static final String LENGTH = "Upload-Length";
    static final String LIMIT = "Upload-Limit";
    static final String PARTIAL = "application/partial-upload";

    static final String LIMITS = "max-size=" + Limits.BYTES;

    private UploadHeaders() {
    }

    /** @return nothing when there is no header */
    static Optional<Boolean> complete(String header) {
        if (header == null) {
            return Optional.empty();
        }
        return switch (header.strip()) {
            case "?1" -> Optional.of(true);
            case "?0" -> Optional.of(false);
            default -> throw unusable(COMPLETE + " is ?1 when the file ends with this request, and ?0 when more will come.");
        };
    }

    static String complete(boolean complete) {
        return complete ? "?1" : "?0";
    }

    static boolean mustSayComplete(String header) {
        return complete(header).orElseThrow(() -> unusable("Say by " + COMPLETE + " whether the file ends with this request: ?1 or ?0."));
    }

    static long mustSayOffset(String header) {
        return number(OFFSET, header).orElseThrow(() -> unusable("Say by " + OFFSET + " where this part begins. HEAD tells where the upload is."));
    }

    static Optional<Long> number(String name, String header) {
        if (header == null) {
            return Optional.empty();
        }
        if (!header.strip().matches("\\d{1,15}")) {
            throw unusable(name + " is a number of bytes.");
        }
        return Optional.of(Long.valueOf(header.strip()));
    }

    private static Problem unusable(String detail) {
        return new Problem(400, "bad-upload", "Unusable upload header", detail);
    }
}
