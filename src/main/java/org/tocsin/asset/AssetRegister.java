package org.tocsin.asset;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tocsin.audit.Audience;
import org.tocsin.audit.Audit;
import org.tocsin.audit.AuditEvent;
import org.tocsin.json.Json;
import org.tocsin.party.Caller;
import org.tocsin.party.Organisations;
import org.tocsin.problem.Fault;
import org.tocsin.problem.Problem;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.time.Now;
import org.tocsin.conditional.ETag;
import org.tocsin.conditional.Precondition;
import org.tocsin.web.paging.Slice;

/** An organisation keeps its inventory here. Each change writes its audit entry in the same transaction, with what was written. */
@ApplicationScoped
public class AssetRegister {

    private final Transactions transactions;
    private final Organisations organisations;
    private final Assets assets;
    private final InventoryGraph surroundings;
    private final Audit audit;
    private final Now now;

    AssetRegister(Transactions transactions, Organisations organisations, Assets assets, InventoryGraph surroundings,
            Audit audit, Now now) {
        this.transactions = transactions;
        this.organisations = organisations;
        this.assets = assets;
        this.surroundings = surroundings;
        this.audit = audit;
        this.now = now;
    }

    /** @param created false when an earlier entry was replaced */
    public record Written(AssetDocument asset, ETag tag, boolean created) {
    }

    /** @param tag names what was read, for a conditional write */
    public record Read(AssetDocument asset, ETag tag, String writtenBy, Instant writtenAt) {
    }

    /** Lists what must not be there yet. @throws Problem 413 or 422, also when the ref is taken */
    public Written add(Caller caller, String ref, byte[] body) {
        return write(caller, ref, Precondition.NONE, body, true);
    }

    /** @throws Problem 412, 413 or 422 */
    public Written put(Caller caller, String ref, Precondition condition, byte[] body) {
        return write(caller, ref, condition, body, false);
    }

    private Written write(Caller caller, String ref, Precondition condition, byte[] body, boolean asNew) {
        String organisation = caller.ownOrganisation();
        AssetDocument asset = AssetReader.read(organisation, ref, body);
        return transactions.seeing(Sight.own(organisation), () -> {
            organisations.of(caller);
            check(condition, organisation, ref);
            Instant at = now.instant();
            int version = assets.put(organisation, asset, caller.name(), at);
            if (condition.mustBeNew() && version > 1) {
                // Another listed it in the meantime. What was just written over it goes with the transaction.
                condition.check(assets.of(organisation, ref).map(Asset::tag));
            }
            if (asNew && version > 1) {
                // What was just written over it goes with the transaction.
                throw Problem.invalid("asset", List.of(new Fault("/ref", "taken", "Your inventory has an entry of this ref already. Choose another.")));
            }
            ETag tag = assets.of(organisation, ref).map(Asset::tag).orElseThrow();
            ObjectNode detail = detail(ref);
            detail.put("version", version);
            detail.set("asset", Json.MAPPER.valueToTree(asset));
            audit.write(new AuditEvent(organisation, null, version == 1 ? "asset.listed" : "asset.changed",
                    caller.actor(), Audience.OPERATOR, at, detail));
            return new Written(asset, tag, version == 1);
        });
    }

    /** @throws Problem 404 or 412 */
    public void remove(Caller caller, String ref, Precondition condition) {
        String organisation = caller.ownOrganisation();
        mayBe(ref);
        transactions.seeing(Sight.own(organisation), () -> {
            check(condition, organisation, ref);
            if (!assets.remove(organisation, ref)) {
                throw Problem.notFound("asset");
            }
            audit.write(new AuditEvent(organisation, null, "asset.removed", caller.actor(), Audience.OPERATOR,
                    now.instant(), detail(ref)));
        });
    }

    /** The first so many of the caller's own inventory whose name or ref has this text in it, or that answer to it. */
    public List<AssetDocument> search(Caller caller, String text, int most) {
        return page(caller, AssetQuery.of(caller.ownOrganisation(), null, text, null, most)).items();
    }

    /**
     * @param organisation whose; null for the caller's own
     * @throws Problem 404, also for another organisation's
     */
    public Read get(Caller caller, String organisation, String ref) {
        String whose = whose(caller, organisation);
        mayBe(ref);
        return transactions.seeing(caller.sight(), () -> assets.of(whose, ref)
                .map(asset -> new Read(asset.entry(), asset.tag(), asset.writtenBy, asset.writtenAt))
                .orElseThrow(() -> Problem.notFound("asset")));
    }

    public Slice<AssetDocument> page(Caller caller, AssetQuery query) {
        String whose = whose(caller, query.organisation());
        return transactions.seeing(caller.sight(), () -> {
            List<Asset> found = assets.page(whose, query.after(), query.kind(), query.text(), query.limit() + 1);
            return Slice.of(found.stream().map(Asset::entry).toList(), query.limit(), last -> query.next(last.ref()));
        });
    }

    /**
     * What is around an entry: in the caller's own inventory, or in all for who sees all.
     *
     * @throws Problem 404, also for another organisation's
     */
    public Neighbourhood graph(Caller caller, String organisation, String ref, Set<Direction> directions, int depth) {
        String whose = whose(caller, organisation);
        mayBe(ref);
        Handle start = Handle.ref(whose, ref);
        return transactions.seeing(caller.sight(), () -> {
            Graph around = caller.seesAll()
                    ? surroundings.all(Set.of(start), EdgeType.CARRY_TROUBLE, Limits.USUAL.assets())
                    : surroundings.own(whose, Set.of(start), EdgeType.CARRY_TROUBLE, Limits.USUAL.assets());
            Node node = around.holders(start).stream().findFirst().orElseThrow(() -> Problem.notFound("asset"));
            return Neighbourhood.of(around, node, directions, depth);
        });
    }

    private void check(Precondition condition, String organisation, String ref) {
        if (condition.isGiven()) {
            Optional<ETag> present = assets.toChange(organisation, ref).map(Asset::tag);
            condition.check(present);
        }
    }

    /** Says the same of an organisation that is not the caller's as of one that does not exist. */
    private static String whose(Caller caller, String organisation) {
        if (caller.seesAll() && organisation == null) {
            throw new Problem(400, "organisation-missing", "Whose inventory?",
                    "You see all inventories: say whose you want, as ?organisation=….");
        }
        if (caller.seesAll() && organisation.matches(AssetDocument.REF)) {
            return organisation;
        }
        if (caller.seesAll() || organisation != null && !organisation.equals(caller.ownOrganisation())) {
            throw Problem.notFound("organisation");
        }
        return caller.ownOrganisation();
    }

    /** What is no ref is nobody's; and the database would choke on some of it. */
    private static void mayBe(String ref) {
        if (!ref.matches(AssetDocument.REF)) {
            throw Problem.notFound("asset");
        }
    }

    private static ObjectNode detail(String ref) {
        return Json.MAPPER.createObjectNode().put("ref", ref);
    }
}
