package org.tocsin.retention;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.tocsin.audit.Audience;
import org.tocsin.audit.Audit;
import org.tocsin.audit.AuditEvent;
import org.tocsin.json.Instants;
import org.tocsin.json.Json;
import org.tocsin.party.Caller;
import org.tocsin.party.Organisation;
import org.tocsin.party.Organisations;
import org.tocsin.party.Role;
import org.tocsin.problem.Problem;
import org.tocsin.store.ExportTable;
import org.tocsin.store.Exported;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.time.Now;

/**
 * Gives out everything of one organisation, as it may see it itself. Rows are read batch by batch, each in a transaction of
 * its own, so that nothing waits for a slow reader; what is written meanwhile may or may not be in it.
 */
@ApplicationScoped
class OrganisationExport {

    private static final int BATCH = 500;

    private final EntityManager database;
    private final Transactions transactions;
    private final Organisations organisations;
    private final Instance<Exported> rooms;
    private final Audit audit;
    private final Now now;

    OrganisationExport(EntityManager database, Transactions transactions, Organisations organisations, @Any Instance<Exported> rooms,
            Audit audit, Now now) {
        this.database = database;
        this.transactions = transactions;
        this.organisations = organisations;
        this.rooms = rooms;
        this.audit = audit;
        this.now = now;
    }

    /** @throws Problem 404 for an operator who asks for another organisation's */
    String begin(Caller caller, String organisation) {
        if (!caller.is(Role.ADMIN) && !organisation.equals(caller.organisation())) {
            throw Problem.notFound("organisation");
        }
        return transactions.seeing(Sight.own(organisation), () -> {
            String id = organisations.named(organisation).id;
            // An admin's account is no business of the organisation's.
            Audience audience = id.equals(caller.organisation()) ? Audience.OPERATOR : Audience.INTERNAL;
            audit.write(new AuditEvent(id, null, "organisation.exported", caller.name(), audience, now.instant(),
                    Json.MAPPER.createObjectNode()));
            return id;
        });
    }

    void write(String organisation, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        List<Exported> inOrder = rooms.stream().sorted(Comparator.comparing(room -> room.tables().get(0).name())).toList();
        about(organisation, zip);
        for (Exported room : inOrder) {
            for (ExportTable table : room.tables()) {
                zip.putNextEntry(new ZipEntry(table.name() + ".ndjson"));
                rows(organisation, table, zip);
            }
        }
        for (Exported room : inOrder) {
            room.files(organisation, name -> {
                zip.putNextEntry(new ZipEntry(name));
                return new Unclosed(zip);
            });
        }
        zip.finish();
        zip.flush();
    }

    private void about(String organisation, ZipOutputStream zip) throws IOException {
        Organisation known = transactions.seeing(Sight.own(organisation), () -> organisations.named(organisation));
        ObjectNode about = Json.MAPPER.createObjectNode()
                .put("id", known.id)
                .put("name", known.name)
                .put("exportedAt", Instants.write(now.instant()));
        zip.putNextEntry(new ZipEntry("organisation.json"));
        zip.write(about.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void rows(String organisation, ExportTable table, OutputStream out) throws IOException {
        String after = "";
        List<Object[]> batch;
        do {
            batch = batch(organisation, table, after);
            for (Object[] row : batch) {
                out.write(((String) row[1]).replace('\n', ' ').getBytes(StandardCharsets.UTF_8));
                out.write('\n');
                after = (String) row[0];
            }
        } while (batch.size() == BATCH);
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> batch(String organisation, ExportTable table, String after) {
        return transactions.seeing(Sight.own(organisation), () -> database.createNativeQuery(table.query())
                .setParameter("organisation", organisation)
                .setParameter("after", after)
                .setParameter("most", BATCH)
                .getResultList());
    }

    /** A room writes one file, and the next one goes into the same ZIP. */
    private static final class Unclosed extends FilterOutputStream {

        Unclosed(OutputStream zip) {
            super(zip);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
