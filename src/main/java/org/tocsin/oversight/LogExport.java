package org.tocsin.oversight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.tocsin.audit.Audience;
import org.tocsin.audit.Audit;
import org.tocsin.audit.AuditEvent;
import org.tocsin.json.Json;
import org.tocsin.party.Caller;
import org.tocsin.store.Transactions;
import org.tocsin.time.Now;
import org.tocsin.web.overload.Parts;
import org.tocsin.web.overload.StepParts;

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
            audit.write(new AuditEvent(null, null, "audit.exported", auditor.actor(), Audience.INTERNAL, now.instant(), query.detail()));
        });
        Parts content = new StepParts(out -> search.each(auditor, query, item -> write(out, item)));
        return Response.ok(content, JSON_LINES).header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit-log.jsonl\"").build();
    }

    private static void write(OutputStream lines, LogItem item) throws IOException {
        lines.write(Json.MAPPER.valueToTree(item).toString().getBytes(StandardCharsets.UTF_8));
        lines.write('\n');
    }
}
