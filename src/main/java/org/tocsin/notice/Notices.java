package org.tocsin.notice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.tocsin.json.Instants;
import org.tocsin.json.Json;
import org.tocsin.report.Report;
import org.tocsin.time.ClockAlarm;
import org.tocsin.store.Ids;

/** Writes what is to be sent, in the transaction of what it is about. */
@ApplicationScoped
class Notices {

    private final EntityManager database;
    private final Words words;
    private final DutyList duty;
    private final MailConfig mail;

    Notices(EntityManager database, Words words, DutyList duty, MailConfig mail) {
        this.database = database;
        this.words = words;
        this.duty = duty;
        this.mail = mail;
    }

    void news(Report report, String news, String address, Instant at) {
        write(report, null, Notice.NEWS, Notice.MAIL, address, Words.newsSubject(report.reference, news),
                words.newsBody(report.reference, news), at);
    }

    /** By all that this contact has. */
    void ring(DutyPage page, Report report, String name, DutyConfig.Contact contact, Instant at) {
        String subject = Words.ringSubject(report.reference, page.reason);
        if (contact.mail().isPresent() && mail.host().isPresent()) {
            write(report, page, Notice.RING, Notice.MAIL, name, subject,
                    words.ringBody(report.reference, page.reason, page.rings + 1, duty.size(), minutes()), at);
        }
        if (contact.pager().isPresent()) {
            write(report, page, Notice.RING, Notice.PAGER, name, subject, body("duty.page", page, report, name, at), at);
        }
    }

    /** Tells the pagers that rang that they need not. */
    void calm(DutyPage page, Report report, Instant at) {
        List<String> rung = database.createQuery(
                        "select distinct n.recipient from Notice n where n.page = :page and n.channel = 'pager' and n.purpose = 'ring'", String.class)
                .setParameter("page", page.id)
                .getResultList();
        rung.forEach(name -> write(report, page, Notice.CALM, Notice.PAGER, name, "Report " + report.reference + " is in hand",
                body("duty.acknowledged", page, report, name, at), at));
    }

    /** Everyone on duty, at once and without a page: there is nothing that one of them could claim. */
    void clock(ClockAlarm alarm, Instant at) {
        String purpose = alarm.kind() == ClockAlarm.Kind.AGREED ? Notice.CALM : Notice.CLOCK;
        duty.each((name, contact) -> {
            if (contact.mail().isPresent() && mail.host().isPresent()) {
                write(null, null, purpose, Notice.MAIL, name, alarm.words(), words.clockBody(alarm), at);
            }
            if (contact.pager().isPresent()) {
                ObjectNode body = Json.MAPPER.createObjectNode().put("type", alarm.kind().type()).put("timestamp", Instants.write(at));
                body.putObject("data").put("what", alarm.words()).put("clock", alarm.reading().words()).put("contact", name);
                write(null, null, purpose, Notice.PAGER, name, alarm.words(), body.toString(), at);
            }
        });
    }

    private String body(String type, DutyPage page, Report report, String name, Instant at) {
        ObjectNode body = Json.MAPPER.createObjectNode().put("type", type).put("timestamp", Instants.write(at));
        ObjectNode data = body.putObject("data")
                .put("page", page.id.toString())
                .put("reason", page.reason)
                .put("contact", name);
        data.putObject("report").put("id", report.id.toString()).put("reference", report.reference);
        String link = words.link(report.reference);
        if (link != null) {
            data.put("url", link);
        }
        return body.toString();
    }

    private String minutes() {
        long seconds = duty.escalateAfter().toSeconds();
        return seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
    }

    private void write(Report report, DutyPage page, String purpose, String channel, String recipient, String subject, String body, Instant at) {
        Notice notice = new Notice();
        notice.id = Ids.next();
        notice.organisation = report == null ? null : report.organisation;
        notice.report = report == null ? null : report.id;
        notice.page = page == null ? null : page.id;
        notice.purpose = purpose;
        notice.channel = channel;
        notice.recipient = recipient;
        notice.subject = subject;
        notice.body = body;
        notice.state = Notice.PENDING;
        notice.nextAttemptAt = at;
        notice.createdAt = at;
        database.persist(notice);
    }
}
