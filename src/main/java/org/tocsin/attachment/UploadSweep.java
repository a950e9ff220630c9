package org.tocsin.attachment;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tocsin.time.ClockWatch;
import org.tocsin.time.Now;

/**
 * Clears away what broken uploads left, and pieces of files that we had already.
 *
 * <p>Crash story: pieces go first and the row that tells of them last, so whatever a crash leaves is found by the next
 * sweep. Pieces that became an attachment's are not touched: the database itself refuses to remove those.
 */
@ApplicationScoped
class UploadSweep {

    static final int BATCH = 100;
    private static final Duration EVERY = Duration.ofMinutes(5);

    private final Uploads uploads;
    private final ContentStore store;
    private final Now now;
    private final Duration patience;

    UploadSweep(Uploads uploads, ContentStore store, Now now,
            @ConfigProperty(name = "tocsin.attachments.upload-patience", defaultValue = "24h") Duration patience) {
        this.uploads = uploads;
        this.store = store;
        this.now = now;
        this.patience = patience;
    }

    Duration patience() {
        return patience;
    }

    void run() {
        Instant before = now.instant().minus(patience);
        uploads.endUntouched(before);
        List<Upload> batch;
        do {
            batch = uploads.over(before, BATCH);
            batch.forEach(upload -> clear(upload.content()));
        } while (batch.size() == BATCH);
    }

    void clear(ContentKey upload) {
        if (!uploads.isAdopted(upload)) {
            store.remove(upload);
        }
        uploads.forget(upload);
    }

    static class Task {

        @Produces
        @Singleton
        RecurringTask<Void> sweepUploads(UploadSweep sweep, ClockWatch clock) {
            return Tasks.recurring("attachment-sweep", FixedDelay.of(EVERY))
                    .execute((instance, context) -> clock.unlessInDoubt(sweep::run));
        }
    }
}
