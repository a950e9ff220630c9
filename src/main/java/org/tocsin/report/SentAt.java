package org.tocsin.report;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** When the sender says that it sent: the Date header (RFC 9110 section 6.6.1). */
public final class SentAt {

    private SentAt() {
    }

    /** @return nothing when there is none or it cannot be read, for a time is no reason to refuse */
    public static Optional<Instant> read(String date) {
        if (date == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
