package org.tocsin.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.tocsin.asset.AssetKey;
import org.tocsin.asset.Concerned;

/** Finds reports that have assets in common. Spans all organisations: for the liaison alone. */
@ApplicationScoped
class RelatedReports {

    private static final Duration LOOK_BACK = Duration.ofDays(90);
    private static final int AT_MOST = 50;

    private static final String FIND = """
            select r.id, r.reference, r.organisation_id, r.title, r.received_at,
                   array_agg(distinct a.asset_organisation_id || '/' || a.asset_ref) as refs
            from unnest(cast(:organisations as text[]), cast(:refs as text[])) as sought (organisation, ref)
            join report_asset a
              on a.asset_organisation_id = sought.organisation
             and a.asset_ref = sought.ref
             and a.received_at >= :since
            join report r on r.id = a.report_id
            where r.id <> :self
            group by r.id
            order by r.received_at desc, r.id
            limit :most""";

    private final EntityManager database;

    RelatedReports(EntityManager database) {
        this.database = database;
    }

    /** The columns' types are said, for otherwise the driver would ask the database for them: one more round trip. */
    List<RelatedReport> to(Report report, Concerned concerned, Instant receivedAt) {
        List<AssetKey> sought = Stream.of(concerned.assets(), concerned.sources(), concerned.administrators())
                .flatMap(Set::stream).distinct().sorted().toList();
        if (sought.isEmpty()) {
            return List.of();
        }
        List<Object[]> rows = database.unwrap(Session.class).createNativeQuery(FIND, Object[].class)
                .addScalar("id", UUID.class)
                .addScalar("reference", String.class)
                .addScalar("organisation_id", String.class)
                .addScalar("title", String.class)
                .addScalar("received_at", Instant.class)
                .addScalar("refs", String[].class)
                .setParameter("organisations", organisations(sought))
                .setParameter("refs", refs(sought))
                .setParameter("since", receivedAt.minus(LOOK_BACK))
                .setParameter("self", report.id)
                .setParameter("most", AT_MOST)
                .getResultList();
        return rows.stream().map(RelatedReports::read).toList();
    }

    private static RelatedReport read(Object[] row) {
        return new RelatedReport(row[0].toString(), (String) row[1], (String) row[2], (String) row[3],
                (Instant) row[4], Arrays.asList((String[]) row[5]));
    }

    private static String[] organisations(List<AssetKey> keys) {
        return keys.stream().map(AssetKey::organisation).toArray(String[]::new);
    }

    private static String[] refs(List<AssetKey> keys) {
        return keys.stream().map(AssetKey::ref).toArray(String[]::new);
    }
}
