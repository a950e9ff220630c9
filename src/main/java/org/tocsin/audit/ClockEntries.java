package org.tocsin.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import org.tocsin.json.Json;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.time.ClockAlarm;
import org.tocsin.time.ClockReading;

/**
 * Writes into the log what happened to the clock. Where that stands among the other entries is by its place, whatever
 * time the clock says it is.
 *
 * <p>Crash story: entry and what others write of it are one transaction. If it fails, the alarm is observed again.
 */
@ApplicationScoped
class ClockEntries {


    private final Transactions transactions;
    private final Audit audit;
    private final Event<ClockAlarmWritten> written;

    ClockEntries(Transactions transactions, Audit audit, Event<ClockAlarmWritten> written) {
        this.transactions = transactions;
        this.audit = audit;
        this.written = written;
    }

    void write(@Observes @Priority(100) ClockAlarm alarm) {
        ObjectNode detail = Json.MAPPER.createObjectNode().put("what", alarm.words()).put("by", alarm.by().toString());
        transactions.seeing(Sight.all(), () -> {
            audit.write(new AuditEvent(null, null, alarm.kind().type(), Actor.TOCSIN, Audience.INTERNAL, alarm.at(), detail.setAll(said(alarm.reading()))));
            written.fire(new ClockAlarmWritten(alarm));
        });
    }

    /** What the clock said, as an entry holds it. */
    static ObjectNode said(ClockReading reading) {
        ObjectNode said = Json.MAPPER.createObjectNode().put("clock", reading.words()).put("verified", reading.verified());
        if (reading.offset() != null) {
            said.put("offset", reading.offset().toString()).put("uncertainty", reading.uncertainty().toString());
        }
        reading.sources().forEach(said.withArray("sources")::add);
        return said;
    }
}
