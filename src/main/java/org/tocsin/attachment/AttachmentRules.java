package org.tocsin.attachment;

import java.util.List;
import org.tocsin.audit.Actor;
import org.tocsin.problem.Fault;
import org.tocsin.problem.Problem;
import org.tocsin.report.Report;

/** What is refused, and in which words. */
final class AttachmentRules {

    private static final String NONE = "None of the files that you chose was attached.";

    private AttachmentRules() {
    }

    static void checkRoom(long attached) {
        if (attached >= Limits.ATTACHMENTS) {
            throw Problem.conflict("too-many-attachments", "Too many attachments",
                    "The report has " + attached + " attachments, which is as many as it may have. Pack several files into one.");
        }
    }

    static void checkOpenUploads(long open) {
        if (open >= Limits.OPEN_UPLOADS) {
            throw Problem.conflict("too-many-uploads", "Too many uploads under way",
                    "For this report " + open + " uploads were begun and not finished. Finish one, or delete it.");
        }
    }

    /** A liaison adds files only to a report that it has in hand: then somebody answers for what the operator will see. */
    static void checkHolds(Actor liaison, Report report) {
        if (!report.isHeldBy(liaison)) {
            throw Problem.conflict("not-claimed", "Not claimed",
                    "A liaison attaches files only to a report that it holds. Claim it first.")
                    .with("version", report.version)
                    .with("state", report.state.code())
                    .with("holder", report.holder);
        }
    }

    static void checkSize(long bytes) {
        if (bytes > Limits.BYTES) {
            throw tooLarge();
        }
    }

    static Problem tooLarge() {
        return new Problem(413, "too-large", "Too large",
                "The file is larger than the " + Limits.BYTES / 1024 / 1024 + " MiB that are accepted here. Nothing of it was kept.");
    }

    static Problem empty() {
        return new Problem(422, "empty-attachment", "Empty file", "The file has no bytes, so there is nothing to attach.");
    }

    /** Of files that came together, of which none was taken in. */
    static Problem tooLarge(List<Fault> faults) {
        return new Problem(413, "too-large", "Too large", NONE, faults);
    }

    static Problem empty(List<Fault> faults) {
        return new Problem(422, "empty-attachment", "Empty file", NONE, faults);
    }

    static Problem tooMany(List<Fault> faults) {
        return new Problem(409, "too-many-attachments", "Too many attachments", NONE, faults);
    }

    static Problem brokenOff(long received) {
        return new Problem(400, "incomplete", "Incomplete", "The connection ended before the file did: "
                + received + " bytes came.").with("received", received);
    }

    static Problem wrongLength(long length, long received) {
        return new Problem(400, "inconsistent-length", "Not as long as was said",
                "Upload-Length says " + length + " bytes, and with this it would be " + received + ".")
                .with("length", length).with("received", received);
    }

    static Problem takenOver() {
        return Problem.conflict("taken-over", "Another request goes on with this upload",
                "A later request took this upload over. Ask by HEAD how far it is.");
    }

    static Problem notHere(Upload upload, long offset) {
        if (upload.attachment != null) {
            return Problem.conflict("completed-upload", "Complete already",
                    "The whole file has come and is attached; nothing can be added to it.")
                    .with("attachment", AttachmentView.url(upload.report, upload.attachment));
        }
        if (upload.ended) {
            return Problem.notFound("upload");
        }
        return Problem.conflict("mismatching-upload-offset", "Not at this place",
                "The upload is at byte " + upload.received + ", and Upload-Offset says " + offset + ". Go on from there.")
                .with("expected-offset", upload.received)
                .with("provided-offset", offset);
    }

    /** What nobody gets. */
    static void checkGivenOut(Attachment attachment, Content content) {
        if (attachment.erasedAt != null) {
            throw erased(attachment);
        }
        if (content.state == AttachmentState.QUARANTINED) {
            throw Problem.conflict("attachment-quarantined", "Not scanned yet",
                    "The file waits for the malware scanner, and is given out when that has found nothing. Try again in a moment.");
        }
        if (content.state == AttachmentState.INFECTED) {
            throw new Problem(403, "attachment-infected", "Infected",
                    "The malware scanner found " + content.finding + " in the file. It is kept as evidence and given to nobody.")
                    .with("finding", content.finding);
        }
    }

    private static Problem erased(Attachment attachment) {
        return new Problem(410, "erased", "Erased", "The file was erased. Its digest stays. " + attachment.erasedWhy)
                .with("erasedAt", attachment.erasedAt);
    }
}
