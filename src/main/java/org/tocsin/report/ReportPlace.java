package org.tocsin.report;

import java.util.Optional;
import java.util.UUID;
import org.tocsin.web.Cursor;

/**
 * A place in the list of reports, newest first: that of the last one shown. Which ones came before it never changes, so paging goes
 * on where it stopped, whatever has arrived or changed since.
 */
record ReportPlace(UUID id) {

    String written() {
        return Cursor.write(id);
    }

    /** @return nothing when we did not write it */
    static Optional<ReportPlace> read(String written) {
        return Cursor.read(written, parts -> new ReportPlace(UUID.fromString(parts[0])), ReportPlace::written);
    }
}
