package org.tocsin.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.tocsin.audit.ClockAlarmWritten;
import org.tocsin.time.Now;

/** Has those on duty told of the clock, in the transaction of the log's entry. */
@ApplicationScoped
class ClockNotices {

    private final Notices notices;
    private final Now now;

    ClockNotices(Notices notices, Now now) {
        this.notices = notices;
        this.now = now;
    }

    void tell(@Observes ClockAlarmWritten written) {
        notices.clock(written.alarm(), now.instant());
    }
}
