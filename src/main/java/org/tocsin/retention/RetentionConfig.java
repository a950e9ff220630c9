package org.tocsin.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.tocsin.store.Ageing;
import org.tocsin.store.Prunable;

/** How long things are kept; content of reports, where an organisation has no rule of its own. In days. */
@ConfigMapping(prefix = "tocsin.retention")
interface RetentionConfig {

    /** Since they were closed. */
    @WithDefault("1825")
    int closedReportsDays();

    /** Since they were withdrawn, rejected or merged. */
    @WithDefault("365")
    int withdrawnReportsDays();

    /** Since their report came to its end. */
    @WithDefault("1095")
    int attachmentsDays();

    /** Since their first use. */
    @WithDefault("7")
    int idempotencyKeysDays();

    /** Since they happened. A reader whose place is older begins anew. */
    @WithDefault("90")
    int changesDays();

    /** Mail, rings and pages to those on duty, since they came to an end. */
    @WithDefault("90")
    int noticesDays();

    /** Since they began; the first of a delivery and its last ones stay. */
    @WithDefault("90")
    int attemptsDays();

    /** Since they were replaced. */
    @WithDefault("365")
    int contactVersionsDays();

    default int days(Prunable.Kind of) {
        return switch (of) {
            case CHANGES -> changesDays();
            case NOTICES -> noticesDays();
            case ATTEMPTS -> attemptsDays();
            case CONTACT_VERSIONS -> contactVersionsDays();
        };
    }

    /** Of reports in quarantine that nobody accepted: since that was decided, or since they came. */
    @WithDefault("90")
    int quarantineDays();

    /** Of changes of contacts that waited for a call-back: since that was decided, or since they were asked for. */
    @WithDefault("365")
    int contactChangesDays();

    /** Of what the log's entries say that are about no report: since they were written. */
    @WithDefault("1825")
    int auditEntriesDays();

    default int days(Ageing.Kind of) {
        return switch (of) {
            case QUARANTINE -> quarantineDays();
            case CONTACT_CHANGES -> contactChangesDays();
            case CONTACT_VERSIONS -> contactVersionsDays();
            case AUDIT_ENTRIES -> auditEntriesDays();
        };
    }

    default int days(RetentionClass of) {
        return switch (of) {
            case CLOSED_REPORTS -> closedReportsDays();
            case WITHDRAWN_REPORTS -> withdrawnReportsDays();
            case ATTACHMENTS -> attachmentsDays();
            case IDEMPOTENCY_KEYS -> idempotencyKeysDays();
        };
    }
}
