package org.tocsin.attachment;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.conditional.Tagged;
import org.tocsin.seal.Sha256;

/** An attachment as it is shown. */
@Schema(name = "Attachment")
public record AttachmentView(
        UUID id,
        @Schema(description = "What it is called: without directories and control characters. Absent when it has been erased",
                examples = "chrony.log") @Nullable String name,
        @Schema(description = "Bytes", examples = "48213") long size,
        @Schema(description = "Hexadecimal") String sha256,
        @Schema(description = "What its sender said it is", examples = "text/plain") @Nullable String declaredType,
        @Schema(description = "What its first bytes look like", examples = "text/plain") String detectedType,
        @Schema(description = "Whether it claims to be something that it does not look like. It was accepted all the same") boolean typeMismatch,
        @Schema(description = "quarantined: waits for the malware scanner, nobody gets it. clean. infected: nobody gets it. "
                + "not-scanned: there was no scanner; it is given out, at the reader's own risk") AttachmentState state,
        @Schema(description = "What the scanner calls what it found") @Nullable String finding,
        @Nullable Instant scannedAt,
        @Schema(description = "The person or machine that added it; of a liaison, that it was one") String addedBy,
        Instant addedAt,
        @Schema(description = "When its bytes and its name were erased; the digest stays") @Nullable Instant erasedAt,
        @Schema(description = "Why it was erased") @Nullable String erasedBecause,
        @Schema(description = "Where the bytes are; absent when they have been erased") @Nullable String content) implements Tagged {

    static AttachmentView of(Attachment attachment, Content content) {
        boolean erased = attachment.erasedAt != null;
        return new AttachmentView(attachment.id, attachment.name, content.size, Sha256.hex(content.digest),
                attachment.declaredType, content.detectedType, attachment.typeMismatch, content.state, content.finding,
                content.scannedAt, attachment.addedBy, attachment.addedAt, attachment.erasedAt, attachment.erasedWhy,
                erased ? null : url(attachment.report, attachment.id) + "/content");
    }

    static String url(UUID report, UUID attachment) {
        return "/api/v1/reports/" + report + "/attachments/" + attachment;
    }

    public boolean givenOut() {
        return erasedAt == null && state.isGivenOut();
    }
}
