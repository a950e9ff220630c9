package org.tocsin.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.tocsin.time.Now;

/**
 * Every answer says what time it is here (RFC 9110 section 6.6.1), refusals too: whose token we refuse can see from it whether
 * a clock is wrong, and not a key.
 */
@ApplicationScoped
class DateOfAnswers {

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", java.util.Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Now now;

    DateOfAnswers(Now now) {
        this.now = now;
    }

    void register(@Observes Filters filters) {
        filters.register(this::date, FilterOrder.DATE);
    }

    private void date(RoutingContext context) {
        context.addHeadersEndHandler(sent -> context.response().putHeader("Date", HTTP_DATE.format(now.instant())));
        context.next();
    }
}
