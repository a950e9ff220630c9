package org.tocsin.asset;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tocsin.time.Now;

/** What the inventory says about the assets that a report names. Called inside the transaction that stores the report. */
@ApplicationScoped
public class Inventory {

    private final InventoryGraph graph;
    private final Now now;

    Inventory(InventoryGraph graph, Now now) {
        this.graph = graph;
        this.now = now;
    }

    /** From the organisation's own entries alone: the same whether other organisations exist or not. */
    public Enrichment operatorView(String organisation, List<AssetReference> references) {
        Graph own = graph.own(organisation, handles(organisation, references), Limits.USUAL.assets());
        return Enrichment.of(own, organisation, references, today(), Limits.USUAL);
    }

    /**
     * From all inventories, edges between organisations followed. Needs a transaction that sees all.
     *
     * @param organisation whose report it is
     */
    public Enrichment liaisonView(String organisation, List<AssetReference> references) {
        Graph all = graph.all(handles(organisation, references), Limits.USUAL.assets());
        return Enrichment.of(all, organisation, references, today(), Limits.USUAL);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now.instant(), ZoneOffset.UTC);
    }

    private static Set<Handle> handles(String organisation, List<AssetReference> references) {
        Set<Handle> handles = new LinkedHashSet<>();
        references.forEach(reference -> handles.addAll(Handle.of(organisation, reference)));
        return handles;
    }
}
