package org.tocsin.oversight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.tocsin.audit.Audience;
import org.tocsin.audit.Audit;
import org.tocsin.audit.AuditEvent;
import org.tocsin.json.Json;
import org.tocsin.party.Caller;
import org.tocsin.store.Transactions;
import org.tocsin.time.Now;

/** Gives out what a search finds as JSON Lines, part after part. That someone took it is itself in the log, before the first line is sent. */
@ApplicationScoped
class LogExport {

    /** An entry a line, each a JSON object: https://jsonlines.org */
    static final String JSON_LINES = "application/jsonl";

    private final Transactions transactions;
    private final LogSearch search;
    private final Audit audit;
    private final Now now;

    LogExport(Transactions transactions, LogSearch search, Audit audit, Now now) {
        this.transactions = transactions;
        this.search = search;
        this.audit = audit;
        this.now = now;
    }

    Response file(Caller auditor, LogQuery query) {
        transactions.seeing(auditor.sight(), () -> {
            audit.write(new AuditEvent(null, null, "audit.exported", auditor.name(), Audience.INTERNAL, now.instant(), query.detail()));
        });
        StreamingOutput content = out -> {
            Writer lines = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            search.each(auditor, query, item -> write(lines, item));
            lines.flush();
        };
        return Response.ok(content, JSON_LINES).header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit-log.jsonl\"").build();
    }

    private static void write(Writer lines, LogItem item) {
        try {
            lines.write(Json.MAPPER.valueToTree(item).toString());
            lines.write('\n');
        } catch (IOException gone) {
            throw new UncheckedIOException("who asked for the export went away", gone);
        }
    }
}
