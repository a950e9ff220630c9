package org.tocsin.report;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.asset.AssetReference;
import org.tocsin.asset.NamedAssets;
import org.tocsin.json.Json;

/** Which assets reports named that their operator's inventory did not know: as the snapshot of the latest revision says. */
@ApplicationScoped
class NamedInReports implements NamedAssets {

    private static final String UNMATCHED = """
            select r.organisation_id, r.reference, v.received_at, e.snapshot
            from (select id, organisation_id, reference, latest_revision
                  from report
                  where cast(:organisation as text) is null
                     or organisation_id = :organisation
                  order by received_at desc, id
                  limit :reports) r
            join revision v on v.report_id = r.id and v.number = r.latest_revision
            join enrichment e on e.revision_id = v.id and e.audience = 'operator'
            order by v.received_at desc""";

    private final EntityManager database;

    NamedInReports(EntityManager database) {
        this.database = database;
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<Named> unmatched(String organisation, int reports) {
        List<Object[]> rows = database.createNativeQuery(UNMATCHED)
                .setParameter("organisation", organisation)
                .setParameter("reports", reports)
                .getResultList();
        List<Named> named = new ArrayList<>();
        for (Object[] row : rows) {
            for (JsonNode finding : Json.tree((byte[]) row[3]).path("findings")) {
                if (!finding.path("matched").booleanValue()) {
                    named.add(new Named((String) row[0], Json.MAPPER.convertValue(finding.path("reference"), AssetReference.class),
                            (String) row[1], (Instant) row[2]));
                }
            }
        }
        return named;
    }
}
