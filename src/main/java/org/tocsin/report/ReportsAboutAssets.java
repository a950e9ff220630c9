package org.tocsin.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tocsin.asset.AssetReports;
import org.tocsin.party.Caller;

/** An organisation's own reports about an entry of its inventory: those that name it, and those whose snapshot found it. */
@ApplicationScoped
class ReportsAboutAssets implements AssetReports {

    private static final ReportQuery.Span EVER = new ReportQuery.Span(null, null);

    private final ReportListing listing;

    ReportsAboutAssets(ReportListing listing) {
        this.listing = listing;
    }

    @Override
    public List<Naming> about(Caller caller, String organisation, String ref, int most) {
        ReportQuery query = new ReportQuery(Set.of(), Set.of(), Set.of(), EVER, EVER, List.of(ref.toLowerCase(Locale.ROOT)), null,
                organisation, null, most, Map.of());
        return listing.page(caller, query, "/reports").items().stream()
                .map(item -> new Naming(item.reference(), item.title(), item.state().code(), item.receivedAt()))
                .toList();
    }
}
