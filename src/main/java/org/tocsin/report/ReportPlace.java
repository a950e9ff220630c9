package org.tocsin.report;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.tocsin.web.Cursor;

/**
 * A place in the list of reports, newest first. When a report was received and its id never change, so paging goes on
 * where it stopped, whatever has arrived or changed since.
 */
record ReportPlace(Instant receivedAt, UUID id) {

    /** Times that the database keeps. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    String written() {
        return Cursor.write(receivedAt, id);
    }

    /** @return nothing when we did not write it */
    static Optional<ReportPlace> read(String written) {
        return Cursor.read(written, parts -> new ReportPlace(Instant.parse(parts[0]), UUID.fromString(parts[1])), ReportPlace::written)
                .filter(place -> !place.receivedAt.isBefore(FIRST) && !place.receivedAt.isAfter(LAST));
    }
}
