package org.tocsin.asset;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tocsin.asset.exchange.NetBox;
import org.tocsin.audit.Actor;
import org.tocsin.audit.Audience;
import org.tocsin.audit.Audit;
import org.tocsin.audit.AuditEvent;
import org.tocsin.json.Json;
import org.tocsin.json.WireWord;
import org.tocsin.party.Caller;
import org.tocsin.party.Organisations;
import org.tocsin.problem.Fault;
import org.tocsin.problem.Problem;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.time.Now;

/**
 * Takes a whole file into an inventory: all of it or nothing, and the same again changes nothing. One audit entry holds
 * everything that was written.
 */
@ApplicationScoped
public class AssetImport {

    /** Entries in one statement. */
    static final int BATCH = 1_000;

    private final Transactions transactions;
    private final Organisations organisations;
    private final Assets assets;
    private final Audit audit;
    private final Now now;

    AssetImport(Transactions transactions, Organisations organisations, Assets assets, Audit audit, Now now) {
        this.transactions = transactions;
        this.organisations = organisations;
        this.assets = assets;
        this.audit = audit;
        this.now = now;
    }

    /** @throws Problem 400 or 422 with every fault */
    ImportResult take(Caller caller, ImportOrder order, byte[] file) {
        return take(caller, order, file, null);
    }

    /**
     * @param seen the {@link ImportResult#digest} of a dry run; null to take whatever comes
     * @throws Problem 409 when it would now change something else; 400 or 422 with every fault
     */
    ImportResult take(Caller caller, ImportOrder order, byte[] file, String seen) {
        String organisation = caller.ownOrganisation();
        ImportReader.Entries entries = ImportReader.read(organisation, order, file);
        boolean replacing = order.mode() == ImportMode.REPLACE;
        if (replacing && entries.assets().isEmpty()) {
            throw Problem.invalid("file", List.of(new Fault("/assets", "nothing-left", "A file without entries would strike off the whole "
                    + "inventory. To do that, delete the entries one by one.")));
        }
        return transactions.seeing(Sight.own(organisation), () -> {
            organisations.of(caller);
            List<String> named = entries.assets().stream().map(AssetDocument::ref).toList();
            Map<String, AssetDocument> present = assets.ofRefs(organisation, replacing ? null : named, !order.dryRun()).stream()
                    .collect(Collectors.toMap(asset -> asset.ref, Asset::entry));
            ImportPlan plan = ImportPlan.of(present, wanted(order, entries, present), order.mode());
            ImportResult result = ImportResult.of(order, plan, entries.ignored());
            if (seen != null && !seen.equals(result.digest())) {
                throw Problem.conflict("inventory-changed", "Changed meanwhile",
                        "Someone changed the inventory since the file was tried. It would now change something else.");
            }
            if (!order.dryRun() && !plan.changesNothing()) {
                carryOut(plan, organisation, order, caller.actor());
            }
            return result;
        });
    }

    /** What another system does not know of an entry stays as it is. */
    private static List<AssetDocument> wanted(ImportOrder order, ImportReader.Entries entries, Map<String, AssetDocument> present) {
        if (order.format() == ImportFormat.TOCSIN) {
            return entries.assets();
        }
        return entries.assets().stream()
                .map(asset -> !present.containsKey(asset.ref()) ? asset
                        : NetBox.over(present.get(asset.ref()), asset, entries.assumed().getOrDefault(asset.ref(), Set.of())))
                .toList();
    }

    private void carryOut(ImportPlan plan, String organisation, ImportOrder order, Actor by) {
        Instant at = now.instant();
        List<AssetDocument> written = plan.written();
        for (int i = 0; i < written.size(); i += BATCH) {
            assets.put(organisation, written.subList(i, Math.min(i + BATCH, written.size())), by.name(), at);
        }
        if (!plan.removed().isEmpty()) {
            assets.remove(organisation, plan.removed());
        }
        ObjectNode detail = Json.MAPPER.createObjectNode().put("mode", WireWord.of(order.mode())).put("format", WireWord.of(order.format()));
        plan.added().forEach(asset -> detail.withArray("added").add(Json.MAPPER.<ObjectNode>valueToTree(asset)));
        plan.changed().forEach(change -> detail.withArray("changed").add(Json.MAPPER.<ObjectNode>valueToTree(change.after())));
        plan.removed().forEach(ref -> detail.withArray("removed").add(ref));
        audit.write(new AuditEvent(organisation, null, "inventory.imported", by, Audience.OPERATOR, at, detail));
    }
}
