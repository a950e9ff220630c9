package org.tocsin.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long things are kept where an organisation has no rule of its own. In days. */
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

    default int days(RetentionClass of) {
        return switch (of) {
            case CLOSED_REPORTS -> closedReportsDays();
            case WITHDRAWN_REPORTS -> withdrawnReportsDays();
            case ATTACHMENTS -> attachmentsDays();
            case IDEMPOTENCY_KEYS -> idempotencyKeysDays();
        };
    }
}
