package org.tocsin.news;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tocsin.json.Json;
import org.tocsin.store.Sight;

/** Reads the numbered changes, in the caller's transaction. */
@ApplicationScoped
public class Changes {

    /** Before the first place of the log. */
    static final long BEFORE_ALL = -1;

    private static final String READ = """
            select c.entry_id as id, c.organisation_id as organisation, c.number as number, c.leaf as leaf, e.type as type,
                   e.actor as actor, e.at as at, c.report_id as report, r.reference as reference,
                   %s as version, c.report_state as state, p.content as content
            from change c
            join audit_entry e on e.id = c.entry_id
            left join audit_payload p on p.entry_id = c.entry_id
            left join report r on r.id = c.report_id
            """;
    private static final String OWN = READ.formatted("c.operator_version") + "where c.organisation_id = :organisation and c.number > :after order by c.number";
    private static final String ALL = READ.formatted("c.report_version") + "where c.leaf > :after order by c.leaf";

    private final EntityManager database;

    Changes(EntityManager database) {
        this.database = database;
    }

    /** Those of one organisation, in their order. */
    public List<Change> of(String organisation, long after, int limit) {
        return read(database.createNativeQuery(OWN, Tuple.class).setParameter("organisation", organisation), after, limit);
    }

    /** Those of all organisations, in the order of the log. */
    public List<Change> ofAll(long afterLeaf, int limit) {
        return read(database.createNativeQuery(ALL, Tuple.class), afterLeaf, limit);
    }

    /** The last number of an organisation, 0 when it has none. */
    public long last(String organisation) {
        return lastOf(List.of(organisation)).getOrDefault(organisation, 0L);
    }

    /** The last numbers of those organisations that have one. */
    public Map<String, Long> lastOf(Collection<String> organisations) {
        List<Tuple> rows = tuples(database.createNativeQuery(
                        "select organisation_id, last_number from change_count where organisation_id in (:organisations)", Tuple.class)
                .setParameter("organisations", organisations));
        return rows.stream().collect(Collectors.toMap(row -> row.get(0, String.class), row -> row.get(1, Number.class).longValue()));
    }

    /** The last place of the log that has, or had, a change. */
    public long lastLeaf() {
        return ((Number) database.createNativeQuery("select greatest(pruned_leaf, (select max(leaf) from change)) from change_place").getSingleResult()).longValue();
    }

    /**
     * Up to where an organisation's changes were removed for their age.
     *
     * @param number of the last one that was removed
     */
    public record Pruned(long number, Instant at) {
    }

    /** @return nothing when none was removed */
    public Optional<Pruned> pruned(String organisation) {
        return tuples(database.createNativeQuery(
                        "select pruned_number, pruned_at from change_count where organisation_id = :organisation and pruned_number > 0", Tuple.class)
                .setParameter("organisation", organisation))
                .stream().findFirst().map(row -> new Pruned(row.get(0, Number.class).longValue(), row.get(1, Instant.class)));
    }

    /** The place of the last change that was removed, or the place before all. */
    long pruned(Sight sight) {
        return sight instanceof Sight.Own own ? pruned(own.organisation()).map(Pruned::number).orElse(0L)
                : ((Number) database.createNativeQuery("select pruned_leaf from change_place").getSingleResult()).longValue();
    }

    List<Change> of(Sight sight, long after, int limit) {
        return sight instanceof Sight.Own own ? of(own.organisation(), after, limit) : ofAll(after, limit);
    }

    long last(Sight sight) {
        return sight instanceof Sight.Own own ? last(own.organisation()) : lastLeaf();
    }

    private static List<Change> read(Query query, long after, int limit) {
        return tuples(query.setParameter("after", after).setMaxResults(limit)).stream().map(Changes::change).toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Tuple> tuples(Query query) {
        return query.getResultList();
    }

    private static Change change(Tuple row) {
        byte[] content = row.get("content", byte[].class);
        JsonNode detail = content == null ? null : Json.tree(content).path("detail");
        return new Change(row.get("id", UUID.class), row.get("organisation", String.class),
                row.get("number", Number.class).longValue(), row.get("leaf", Number.class).longValue(),
                row.get("type", String.class), row.get("actor", String.class), row.get("at", Instant.class),
                row.get("report", UUID.class), row.get("reference", String.class),
                row.get("version", Number.class).intValue(), row.get("state", String.class), detail);
    }
}
