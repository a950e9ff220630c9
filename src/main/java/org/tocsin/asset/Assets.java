package org.tocsin.asset;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.tocsin.json.Canonical;
import org.tocsin.store.Ids;

/** The inventories, as far as the transaction may see them; every query names the organisation as well. */
@ApplicationScoped
public class Assets implements PanacheRepositoryBase<Asset, UUID> {

    private static final String PUT = """
            insert into asset (id, organisation_id, ref, name, kind, criticality, sector, document,
                               version, written_by, written_at)
            select id, :organisation, ref, name, kind, criticality, sector, document,
                   1, :by, :at
            from unnest(cast(:ids as uuid[]), cast(:refs as text[]), cast(:names as text[]), cast(:kinds as text[]),
                        cast(:criticalities as smallint[]), cast(:sectors as text[]), cast(:documents as text[]))
                 as each (id, ref, name, kind, criticality, sector, document)
            on conflict (organisation_id, ref) do update
            set name = excluded.name,
                kind = excluded.kind,
                criticality = excluded.criticality,
                sector = excluded.sector,
                document = excluded.document,
                version = asset.version + 1,
                written_by = excluded.written_by,
                written_at = excluded.written_at
            returning id, ref, version""";

    private static final String FORGET_HANDLES = """
            delete from asset_handle
            where asset_id = any(cast(:assets as uuid[]))""";

    private static final String FORGET_EDGES = """
            delete from asset_edge
            where asset_id = any(cast(:assets as uuid[]))""";

    private static final String ADD_HANDLES = """
            insert into asset_handle (asset_id, organisation_id, handle)
            select asset, :organisation, handle
            from unnest(cast(:assets as uuid[]), cast(:handles as text[])) as each (asset, handle)""";

    private static final String ADD_EDGES = """
            insert into asset_edge (asset_id, organisation_id, type, to_handle)
            select asset, :organisation, type, to_handle
            from unnest(cast(:assets as uuid[]), cast(:types as text[]), cast(:handles as text[]))
                 as each (asset, type, to_handle)""";

    private static final String OF_REFS = """
            select *
            from asset
            where organisation_id = :organisation
              and (cast(:refs as text[]) is null or ref = any(cast(:refs as text[])))
            order by ref""";

    private static final String PAGE = """
            select a.*
            from asset a
            where a.organisation_id = :organisation
              and a.ref > :after
              and (cast(:kind as text) is null or a.kind = :kind)
              and (cast(:text as text) is null
                   or strpos(lower(a.name), :text) > 0
                   or strpos(lower(a.ref), :text) > 0
                   or exists (select from asset_handle h
                              where h.asset_id = a.id
                                and h.handle = any(cast(:handles as text[]))))
            order by a.ref
            limit :limit""";

    public Optional<Asset> of(String organisation, String ref) {
        return find("organisation = ?1 and ref = ?2", organisation, ref).firstResultOptional();
    }

    /** The same, held until the transaction ends. */
    Optional<Asset> toChange(String organisation, String ref) {
        return find("organisation = ?1 and ref = ?2", organisation, ref)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** @return the version that was written: 1 when there was no such entry */
    int put(String organisation, AssetDocument asset, String by, Instant at) {
        return put(organisation, List.of(asset), by, at).get(asset.ref());
    }

    /**
     * Creates or replaces, with the same few statements for one entry as for a thousand. Two at once for one ref wait for
     * each other at the first statement, in the order of refs, so that neither waits for the other in a circle; the later
     * one wins whole.
     *
     * @return the version of each that was written, by its ref
     */
    Map<String, Integer> put(String organisation, List<AssetDocument> assets, String by, Instant at) {
        Map<String, AssetDocument> byRef = new TreeMap<>();
        assets.forEach(asset -> byRef.put(asset.ref(), asset));
        Map<String, Integer> versions = new HashMap<>();
        Map<UUID, AssetDocument> written = new LinkedHashMap<>();
        List<UUID> replaced = new ArrayList<>();
        for (Object[] row : write(organisation, List.copyOf(byRef.values()), by, at)) {
            UUID id = (UUID) row[0];
            int version = ((Number) row[2]).intValue();
            versions.put((String) row[1], version);
            written.put(id, byRef.get(row[1]));
            if (version > 1) {
                replaced.add(id);
            }
        }
        if (!replaced.isEmpty()) {
            forget(FORGET_HANDLES, replaced);
            forget(FORGET_EDGES, replaced);
        }
        addHandles(organisation, written);
        addEdges(organisation, written);
        return versions;
    }

    /**
     * @param refs null for the whole inventory
     * @param hold whether nobody else may change them until the transaction ends
     * @return in the order of refs
     */
    @SuppressWarnings("unchecked")
    List<Asset> ofRefs(String organisation, Collection<String> refs, boolean hold) {
        return getEntityManager().createNativeQuery(hold ? OF_REFS + "\nfor update" : OF_REFS, Asset.class)
                .setParameter("organisation", organisation)
                .setParameter("refs", refs == null ? null : refs.toArray(String[]::new))
                .getResultList();
    }

    void remove(String organisation, Collection<String> refs) {
        getEntityManager().createNativeQuery("""
                        delete from asset
                        where organisation_id = :organisation
                          and ref = any(cast(:refs as text[]))""")
                .setParameter("organisation", organisation)
                .setParameter("refs", refs.toArray(String[]::new))
                .executeUpdate();
    }

    /** @return whether there was such an entry */
    boolean remove(String organisation, String ref) {
        return delete("organisation = ?1 and ref = ?2", organisation, ref) > 0;
    }

    /**
     * In the order of refs.
     *
     * @param after the last ref of the page before; empty for the first
     * @param kind  null for all
     * @param text  part of name or ref, or a whole identifier however spelt; null for all
     */
    @SuppressWarnings("unchecked")
    List<Asset> page(String organisation, String after, AssetKind kind, String text, int limit) {
        String[] handles = text == null ? new String[0]
                : texts(Handle.of(organisation, new AssetReference(text, text, text, text, text)));
        return getEntityManager().createNativeQuery(PAGE, Asset.class)
                .setParameter("organisation", organisation)
                .setParameter("after", after)
                .setParameter("kind", kind == null ? null : kind.word())
                .setParameter("text", text == null ? null : text.toLowerCase(Locale.ROOT))
                .setParameter("handles", handles)
                .setParameter("limit", limit)
                .getResultList();
    }

    /** @param organisation null for all that the transaction may see */
    @SuppressWarnings("unchecked")
    List<Asset> ofKinds(String organisation, List<AssetKind> kinds) {
        return getEntityManager().createNativeQuery("""
                        select *
                        from asset
                        where kind = any(cast(:kinds as text[]))
                          and (cast(:organisation as text) is null or organisation_id = :organisation)
                        order by organisation_id, ref""", Asset.class)
                .setParameter("kinds", kinds.stream().map(AssetKind::word).toArray(String[]::new))
                .setParameter("organisation", organisation)
                .getResultList();
    }

    /** Those of the handles that some entry answers to, as far as the transaction may see. */
    @SuppressWarnings("unchecked")
    Set<String> listed(Set<Handle> handles) {
        return Set.copyOf(getEntityManager().createNativeQuery("""
                        select distinct handle
                        from asset_handle
                        where handle = any(cast(:handles as text[]))""", String.class)
                .setParameter("handles", texts(handles))
                .getResultList());
    }

    static String[] texts(Set<Handle> handles) {
        return handles.stream().map(Handle::text).toArray(String[]::new);
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> write(String organisation, List<AssetDocument> assets, String by, Instant at) {
        return getEntityManager().createNativeQuery(PUT)
                .setParameter("ids", assets.stream().map(asset -> Ids.next()).toArray(UUID[]::new))
                .setParameter("organisation", organisation)
                .setParameter("refs", texts(assets, AssetDocument::ref))
                .setParameter("names", texts(assets, AssetDocument::name))
                .setParameter("kinds", texts(assets, asset -> asset.kind().word()))
                .setParameter("criticalities", assets.stream().map(asset -> asset.criticality().shortValue()).toArray(Short[]::new))
                .setParameter("sectors", texts(assets, asset -> asset.sector() == null ? null : asset.sector().word()))
                .setParameter("documents", texts(assets, asset -> new String(Canonical.bytes(asset), StandardCharsets.UTF_8)))
                .setParameter("by", by)
                .setParameter("at", at)
                .getResultList();
    }

    private void forget(String statement, List<UUID> assets) {
        getEntityManager().createNativeQuery(statement)
                .setParameter("assets", assets.toArray(UUID[]::new))
                .executeUpdate();
    }

    private void addHandles(String organisation, Map<UUID, AssetDocument> written) {
        List<UUID> assets = new ArrayList<>();
        List<String> handles = new ArrayList<>();
        written.forEach((id, asset) -> Handle.of(organisation, asset).forEach(handle -> {
            assets.add(id);
            handles.add(handle.text());
        }));
        getEntityManager().createNativeQuery(ADD_HANDLES)
                .setParameter("assets", assets.toArray(UUID[]::new))
                .setParameter("organisation", organisation)
                .setParameter("handles", handles.toArray(String[]::new))
                .executeUpdate();
    }

    private void addEdges(String organisation, Map<UUID, AssetDocument> written) {
        List<UUID> assets = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        written.forEach((id, asset) -> Node.links(organisation, asset).forEach(link -> {
            assets.add(id);
            links.add(link);
        }));
        getEntityManager().createNativeQuery(ADD_EDGES)
                .setParameter("assets", assets.toArray(UUID[]::new))
                .setParameter("organisation", organisation)
                .setParameter("types", links.stream().map(link -> link.type().word()).toArray(String[]::new))
                .setParameter("handles", links.stream().map(link -> link.to().text()).toArray(String[]::new))
                .executeUpdate();
    }

    private static String[] texts(List<AssetDocument> assets, Function<AssetDocument, String> field) {
        return assets.stream().map(field).toArray(String[]::new);
    }
}
