package org.tocsin.attachment;

import java.util.Arrays;
import org.tocsin.local.Rows;
import org.tocsin.report.FiledReport;

/** 700 000 bytes that go to a report in parts, and what the service has of them. */
final class FileInParts {

    final byte[] content = Files.random(700_000);
    private final FiledReport report;

    FileInParts(FiledReport report) {
        this.report = report;
    }

    byte[] part(int from, int before) {
        return Arrays.copyOfRange(content, from, before);
    }

    /** How many pieces are stored, counted or not. */
    long pieces() {
        return Rows.number("select count(*) from attachment_chunk where content_id in "
                + "(select id from attachment_upload where report_id = cast(? as uuid))", report.id());
    }

    /** How many are under way to the report. */
    long uploads() {
        return Rows.number("select count(*) from attachment_upload where report_id = cast(? as uuid)", report.id());
    }
}
