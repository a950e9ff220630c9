package org.tocsin.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.tocsin.party.Caller;
import org.tocsin.problem.Problem;

/** Takes files in: at once, or begun and gone on with. */
@ApplicationScoped
class AttachmentIntake {

    private final Uploads uploads;
    private final UploadIntake intake;
    private final Completion completion;
    private final UploadSweep sweep;
    private final ContentStore store;

    AttachmentIntake(Uploads uploads, UploadIntake intake, Completion completion, UploadSweep sweep, ContentStore store) {
        this.uploads = uploads;
        this.intake = intake;
        this.completion = completion;
        this.sweep = sweep;
        this.store = store;
    }

    /**
     * What came of a request.
     *
     * @param attached the attachment, once the whole file has come
     */
    record Progress(UUID upload, long received, Optional<Attached> attached) {
    }

    /**
     * A file whose sender does not know yet where it could go on: when this fails, nothing of it stays.
     *
     * @param part SHA-256 that this request's body has, where that was said
     * @param last whether the file ends with this request
     */
    Progress begin(Caller caller, String report, NewUpload wanted, Optional<byte[]> part, boolean last, InputStream body) {
        wanted.length().ifPresent(AttachmentRules::checkSize);
        Turn turn = uploads.begin(caller, report, wanted);
        try {
            return take(caller, turn, part, last, body);
        } catch (RuntimeException failed) {
            discard(turn);
            throw failed;
        }
    }

    /** A file that waits with a draft: in one piece, for a form sends no others. */
    void beginWaiting(Caller caller, UUID draft, NewUpload wanted, InputStream body) {
        Turn turn = uploads.beginWaiting(caller, draft, wanted);
        try {
            take(caller, turn, Optional.empty(), true, body);
        } catch (RuntimeException failed) {
            discard(turn);
            throw failed;
        }
    }

    /** Goes on with a file. What came before the connection broke stays, and what is wrong by itself does not. */
    Progress goOn(Caller caller, Turn turn, Optional<byte[]> part, boolean last, InputStream body) {
        try {
            return take(caller, turn, part, last, body);
        } catch (Problem refused) {
            if (refused.status() == 413 || refused.status() == 422) {
                discard(turn);
            }
            throw refused;
        }
    }

    void discard(Turn turn) {
        if (uploads.end(turn)) {
            sweep.clear(turn.content());
        }
    }

    private Progress take(Caller caller, Turn turn, Optional<byte[]> part, boolean last, InputStream body) {
        UploadIntake.Intake came = intake.take(turn, body);
        if (part.isPresent() && !Arrays.equals(part.get(), came.digest())) {
            throw ExpectedDigest.differs(ExpectedDigest.OF_THIS_PART);
        }
        if (!last) {
            return new Progress(turn.upload(), came.received(), Optional.empty());
        }
        Attached attached = completion.complete(caller, turn, came);
        if (!attached.content().equals(turn.upload())) {
            // We had these bytes already. A crash before this leaves it to the sweep.
            store.remove(turn.content());
        }
        return new Progress(turn.upload(), came.received(), Optional.of(attached));
    }
}
