package org.tocsin.notice;

import io.smallrye.health.api.HealthGroup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;

/** Whether mail and rings go out, and whether there is anyone to ring. Not a part of readiness. */
@HealthGroup("outside")
@ApplicationScoped
class NoticeHealth implements HealthCheck {

    private static final String FAILING = "select count(*) from notice where state = 'pending' and attempts > 0 and why is not null and channel = :channel";

    private final EntityManager database;
    private final Transactions transactions;
    private final MailConfig mail;
    private final DutyList duty;

    NoticeHealth(EntityManager database, Transactions transactions, MailConfig mail, DutyList duty) {
        this.database = database;
        this.transactions = transactions;
        this.mail = mail;
        this.duty = duty;
    }

    @Override
    public HealthCheckResponse call() {
        long mails = failing(Notice.MAIL);
        long rings = failing(Notice.PAGER);
        return HealthCheckResponse.named("Mail and duty")
                .withData("mail", mail.host().isEmpty() ? "not configured: no mail is sent" : mails + " failing")
                .withData("pagers", rings + " failing")
                .withData("duty", duty.isEmpty() ? "nobody is on the list: nobody is rung" : duty.size() + " on the list")
                .status(mails + rings == 0)
                .build();
    }

    private long failing(String channel) {
        return transactions.seeing(Sight.all(), () -> ((Number) database.createNativeQuery(FAILING)
                .setParameter("channel", channel).getSingleResult()).longValue());
    }
}
