package org.tocsin.triage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.tocsin.audit.Audience;
import org.tocsin.json.Json;
import org.tocsin.party.Caller;
import org.tocsin.report.Report;
import org.tocsin.report.Reports;
import org.tocsin.report.Timeline;
import org.tocsin.seal.Sha256;
import org.tocsin.store.Ids;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.time.Now;

/**
 * Notes of liaisons, for liaisons and auditors. A note changes nothing that an operator could see: neither the report's version
 * nor when it changed last.
 */
@ApplicationScoped
public class NoteDesk {

    private final EntityManager database;
    private final Transactions transactions;
    private final Reports reports;
    private final Timeline timeline;
    private final Now now;

    NoteDesk(EntityManager database, Transactions transactions, Reports reports, Timeline timeline, Now now) {
        this.database = database;
        this.transactions = transactions;
        this.reports = reports;
        this.timeline = timeline;
        this.now = now;
    }

    /** Any liaison may, whoever holds the report. The log has the note's digest, so that nobody changes it unseen. */
    public NoteView write(Caller liaison, String name, String text) {
        return transactions.seeing(Sight.all(), () -> {
            Report report = reports.toChange(name);
            Instant at = now.instant();
            Note note = new Note();
            note.id = Ids.next();
            note.report = report.id;
            note.organisation = report.organisation;
            note.text = text;
            note.writtenBy = liaison.name();
            note.writtenAt = at;
            database.persist(note);
            timeline.write(report, "report.noted", liaison.actor(), Audience.INTERNAL, at, Json.MAPPER.createObjectNode()
                    .put("note", note.id.toString())
                    .put("textSha256", Sha256.hex(Sha256.of(text.getBytes(StandardCharsets.UTF_8)))));
            return NoteView.of(note);
        });
    }

    /** Oldest first. */
    public List<NoteView> of(String name, Caller reader) {
        return transactions.seeing(Sight.all(), () -> database.createQuery("from Note where report = :report order by place", Note.class)
                .setParameter("report", reports.visible(reader, name).id)
                .getResultStream().map(NoteView::of).toList());
    }
}
