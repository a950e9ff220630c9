package org.tocsin.retention;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Iterator;
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
import org.tocsin.store.ExportedFile;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.time.Now;
import org.tocsin.web.overload.Parts;
import org.tocsin.web.overload.StepParts;

/**
 * Gives out everything of one organisation, as it may see it itself; of drafts only those of who exports. Rows are read batch by batch, each in a transaction of
 * its own, so that nothing waits for a slow reader; what is written meanwhile may or may not be in it.
 */
@ApplicationScoped
class OrganisationExport {

    /** @param exporter whose drafts are in it; empty when it is nobody of the organisation: an admin gets no person's drafts */
    private record Wanted(String organisation, String exporter) {
    }

    private static final int BATCH = 200;

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
            audit.write(new AuditEvent(id, null, "organisation.exported", caller.actor(), audience, now.instant(),
                    Json.MAPPER.createObjectNode()));
            return id;
        });
    }

    /** The file, as it is read. */
    Parts file(Caller caller, String organisation) {
        Wanted wanted = new Wanted(organisation, organisation.equals(caller.organisation()) ? caller.id() : "");
        List<Exported> inOrder = rooms.stream().sorted(Comparator.comparing(room -> room.tables().get(0).name())).toList();
        return new StepParts(out -> {
            ZipOutputStream zip = new ZipOutputStream(out);
            Iterator<ExportTable> tables = inOrder.stream().flatMap(room -> room.tables().stream()).toList().iterator();
            return () -> {
                about(organisation, zip);
                return nextTable(wanted, inOrder, tables, zip);
            };
        });
    }

    private StepParts.Step nextTable(Wanted wanted, List<Exported> inOrder, Iterator<ExportTable> tables, ZipOutputStream zip) {
        return () -> {
            if (!tables.hasNext()) {
                return nextRoom(wanted, inOrder.iterator(), zip);
            }
            ExportTable table = tables.next();
            zip.putNextEntry(new ZipEntry(table.name() + ".ndjson"));
            return rows(wanted, table, "", zip, nextTable(wanted, inOrder, tables, zip));
        };
    }

    /** A batch of rows and then the next, or what comes after the table. */
    private StepParts.Step rows(Wanted wanted, ExportTable table, String after, ZipOutputStream zip, StepParts.Step then) {
        return () -> {
            List<Object[]> batch = batch(wanted, table, after);
            for (Object[] row : batch) {
                zip.write(((String) row[1]).replace('\n', ' ').getBytes(StandardCharsets.UTF_8));
                zip.write('\n');
            }
            return batch.size() == BATCH ? rows(wanted, table, (String) batch.get(BATCH - 1)[0], zip, then) : then;
        };
    }

    private StepParts.Step nextRoom(Wanted wanted, Iterator<Exported> left, ZipOutputStream zip) {
        return () -> {
            if (left.hasNext()) {
                return nextFile(left.next().files(wanted.organisation(), wanted.exporter()), zip, nextRoom(wanted, left, zip));
            }
            zip.finish();
            return null;
        };
    }

    private StepParts.Step nextFile(Iterator<ExportedFile> left, ZipOutputStream zip, StepParts.Step then) {
        return () -> {
            if (!left.hasNext()) {
                return then;
            }
            ExportedFile file = left.next();
            zip.putNextEntry(new ZipEntry(file.name()));
            return pieces(file, zip, nextFile(left, zip, then));
        };
    }

    private StepParts.Step pieces(ExportedFile file, ZipOutputStream zip, StepParts.Step then) {
        return () -> {
            if (!file.pieces().hasNext()) {
                return then;
            }
            zip.write(file.pieces().next());
            return pieces(file, zip, then);
        };
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

    @SuppressWarnings("unchecked")
    private List<Object[]> batch(Wanted wanted, ExportTable table, String after) {
        return transactions.seeing(Sight.own(wanted.organisation()), () -> {
            Query query = database.createNativeQuery(table.query())
                    .setParameter("organisation", wanted.organisation())
                    .setParameter("after", after)
                    .setParameter("most", BATCH);
            return (table.isPersonal() ? query.setParameter("exporter", wanted.exporter()) : query).getResultList();
        });
    }
}
