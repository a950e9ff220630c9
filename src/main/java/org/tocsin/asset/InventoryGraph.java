package org.tocsin.asset;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.tocsin.json.WireWord;

/**
 * Loads the part of the inventory around some assets in one round trip, however deep it goes.
 *
 * <p>Both walks see each entry once (union, without a depth in the row), so a cycle ends and a dense graph costs no
 * more than its edges. PostgreSQL computes a recursive query only as far as its limit reads it, nearest level first. It
 * cannot guess how far a walk goes and would rather read whole tables: lateral with offset 0 makes it look up each step
 * by its index, so that a report on few assets costs the same in an inventory of a hundred thousand.
 */
@ApplicationScoped
class InventoryGraph {

    private static final String AROUND = """
            with recursive
            matched as materialized (
              select distinct h.asset_id
              from asset_handle h
              where h.handle = any(cast(:handles as text[]))
                and (cast(:only as text) is null or h.organisation_id = :only)
              limit :most + 1
            ),
            administrators as materialized (
              select e.asset_id
              from matched m
              join asset_handle h on h.asset_id = m.asset_id
              join asset_edge e on e.to_handle = h.handle
              where e.type = 'administers'
                and (cast(:only as text) is null or e.organisation_id = :only)
              union
              select h.asset_id
              from matched m
              join asset_edge e on e.asset_id = m.asset_id
              join asset_handle h on h.handle = e.to_handle
              where e.type = 'managed-by'
                and (cast(:only as text) is null or h.organisation_id = :only)
              limit :most + 1
            ),
            administered as materialized (
              select h.asset_id
              from matched m
              join asset_edge e on e.asset_id = m.asset_id
              join asset_handle h on h.handle = e.to_handle
              where e.type = 'administers'
                and (cast(:only as text) is null or h.organisation_id = :only)
              union
              select e.asset_id
              from matched m
              join asset_handle h on h.asset_id = m.asset_id
              join asset_edge e on e.to_handle = h.handle
              where e.type = 'managed-by'
                and (cast(:only as text) is null or e.organisation_id = :only)
              limit :most + 1
            ),
            upwards (asset_id) as (
              select asset_id
              from matched
              union
              select source.asset_id
              from upwards u
              cross join lateral (
                select h.asset_id
                from asset_edge e
                join asset_handle h on h.handle = e.to_handle
                where e.asset_id = u.asset_id
                  and e.type = any(cast(:upward as text[]))
                  and (cast(:only as text) is null or h.organisation_id = :only)
                offset 0
              ) source
            ),
            downwards (asset_id) as (
              (select asset_id from matched union select asset_id from administered)
              union
              select dependant.asset_id
              from downwards d
              cross join lateral (
                select e.asset_id
                from asset_handle h
                join asset_edge e on e.to_handle = h.handle
                where h.asset_id = d.asset_id
                  and e.type in ('takes-time-from', 'depends-on', 'hosted-on')
                  and (cast(:only as text) is null or e.organisation_id = :only)
                offset 0
              ) dependant
            ),
            up as materialized (select asset_id from upwards limit :most + 1),
            down as materialized (select asset_id from downwards limit :most + 1),
            near as materialized (
              select asset_id from matched
              union
              select asset_id from administrators
              union
              select asset_id from up
            )
            select a.organisation_id,
                   a.ref,
                   a.name,
                   a.kind,
                   a.criticality,
                   a.sector,
                   a.written_at,
                   array(select h.handle from asset_handle h where h.asset_id = a.id) as handles,
                   array(select e.type || ' ' || e.to_handle from asset_edge e where e.asset_id = a.id) as links,
                   case when a.id in (select asset_id from near) then a.document end as document,
                   greatest((select count(*) from matched),
                            (select count(*) from administrators),
                            (select count(*) from administered),
                            (select count(*) from up),
                            (select count(*) from down)) > :most as cut
            from (select asset_id from near union select asset_id from down) found
            cross join lateral (select * from asset where id = found.asset_id offset 0) a""";

    private final EntityManager database;

    InventoryGraph(EntityManager database) {
        this.database = database;
    }

    /** The organisation's own entries around whatever answers to the handles. */
    Graph own(String organisation, Set<Handle> handles, int most) {
        return own(organisation, handles, EdgeType.CARRY_TIME, most);
    }

    /** @param upward the edges that the walk up follows */
    Graph own(String organisation, Set<Handle> handles, Set<EdgeType> upward, int most) {
        Loaded loaded = load(organisation, handles, upward, most);
        return Graph.own(organisation, loaded.nodes(), loaded.cut());
    }

    /** The same among all that the transaction may see. */
    Graph all(Set<Handle> handles, int most) {
        return all(handles, EdgeType.CARRY_TIME, most);
    }

    /** @param upward the edges that the walk up follows */
    Graph all(Set<Handle> handles, Set<EdgeType> upward, int most) {
        Loaded loaded = load(null, handles, upward, most);
        return Graph.all(loaded.nodes(), loaded.cut());
    }

    private record Loaded(List<Node> nodes, boolean cut) {
    }

    /** The columns' types are said, for otherwise the driver would ask the database for them: one more round trip. */
    private Loaded load(String only, Set<Handle> handles, Set<EdgeType> upward, int most) {
        List<Object[]> rows = database.unwrap(Session.class).createNativeQuery(AROUND, Object[].class)
                .addScalar("organisation_id", String.class)
                .addScalar("ref", String.class)
                .addScalar("name", String.class)
                .addScalar("kind", String.class)
                .addScalar("criticality", Short.class)
                .addScalar("sector", String.class)
                .addScalar("written_at", Instant.class)
                .addScalar("handles", String[].class)
                .addScalar("links", String[].class)
                .addScalar("document", String.class)
                .addScalar("cut", Boolean.class)
                .setParameter("handles", Assets.texts(handles))
                .setParameter("only", only)
                .setParameter("upward", upward.stream().map(EdgeType::word).toArray(String[]::new))
                .setParameter("most", most)
                .getResultList();
        return new Loaded(rows.stream().map(InventoryGraph::node).toList(), !rows.isEmpty() && (Boolean) rows.get(0)[10]);
    }

    private static Node node(Object[] row) {
        return new Node(new AssetKey((String) row[0], (String) row[1]), (String) row[2],
                WireWord.parse(AssetKind.class, (String) row[3]), ((Number) row[4]).intValue(),
                row[5] == null ? null : Sector.of((String) row[5]),
                Arrays.stream((String[]) row[7]).map(Handle::parse).collect(Collectors.toCollection(LinkedHashSet::new)),
                Arrays.stream((String[]) row[8]).map(InventoryGraph::link).collect(Collectors.toCollection(LinkedHashSet::new)),
                (Instant) row[6], row[9] == null ? null : Asset.read((String) row[9]));
    }

    private static Link link(String text) {
        int blank = text.indexOf(' ');
        return new Link(EdgeType.of(text.substring(0, blank)), Handle.parse(text.substring(blank + 1)));
    }
}
