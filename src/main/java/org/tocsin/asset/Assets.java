package org.tocsin.asset;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tocsin.json.Canonical;
import org.tocsin.store.Ids;

/** The inventories, as far as the transaction may see them; every query names the organisation as well. */
@ApplicationScoped
public class Assets implements PanacheRepositoryBase<Asset, UUID> {

    private static final String PUT = """
            insert into asset (id, organisation_id, ref, name, kind, criticality, sector, document,
                               version, written_by, written_at)
            values (:id, :organisation, :ref, :name, :kind, :criticality, :sector, :document,
                    1, :by, :at)
            on conflict (organisation_id, ref) do update
            set name = excluded.name,
                kind = excluded.kind,
                criticality = excluded.criticality,
                sector = excluded.sector,
                document = excluded.document,
                version = asset.version + 1,
                written_by = excluded.written_by,
                written_at = excluded.written_at
            returning id, version""";

    private static final String ADD_HANDLES = """
            insert into asset_handle (asset_id, organisation_id, handle)
            select :asset, :organisation, handle
            from unnest(cast(:handles as text[])) as each (handle)""";

    private static final String ADD_EDGES = """
            insert into asset_edge (asset_id, organisation_id, type, to_handle)
            select :asset, :organisation, type, to_handle
            from unnest(cast(:types as text[]), cast(:handles as text[])) as each (type, to_handle)""";

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

    /**
     * Creates or replaces. Two at once for one ref wait for each other at the first statement; the later one wins whole.
     *
     * @return the version that was written: 1 when there was no such entry
     */
    int put(String organisation, AssetDocument asset, String by, Instant at) {
        Object[] written = (Object[]) getEntityManager().createNativeQuery(PUT)
                .setParameter("id", Ids.next())
                .setParameter("organisation", organisation)
                .setParameter("ref", asset.ref())
                .setParameter("name", asset.name())
                .setParameter("kind", asset.kind().word())
                .setParameter("criticality", asset.criticality())
                .setParameter("sector", asset.sector() == null ? null : asset.sector().word())
                .setParameter("document", new String(Canonical.bytes(asset), StandardCharsets.UTF_8))
                .setParameter("by", by)
                .setParameter("at", at)
                .getSingleResult();
        UUID id = (UUID) written[0];
        int version = ((Number) written[1]).intValue();
        if (version > 1) {
            forgetHandlesAndEdges(id);
        }
        addHandles(id, organisation, Handle.of(organisation, asset));
        addEdges(id, organisation, Node.links(organisation, asset));
        return version;
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

    private void forgetHandlesAndEdges(UUID asset) {
        getEntityManager().createNativeQuery("delete from asset_handle where asset_id = :asset")
                .setParameter("asset", asset)
                .executeUpdate();
        getEntityManager().createNativeQuery("delete from asset_edge where asset_id = :asset")
                .setParameter("asset", asset)
                .executeUpdate();
    }

    private void addHandles(UUID asset, String organisation, Set<Handle> handles) {
        getEntityManager().createNativeQuery(ADD_HANDLES)
                .setParameter("asset", asset)
                .setParameter("organisation", organisation)
                .setParameter("handles", texts(handles))
                .executeUpdate();
    }

    private void addEdges(UUID asset, String organisation, Set<Link> links) {
        getEntityManager().createNativeQuery(ADD_EDGES)
                .setParameter("asset", asset)
                .setParameter("organisation", organisation)
                .setParameter("types", links.stream().map(link -> link.type().word()).toArray(String[]::new))
                .setParameter("handles", links.stream().map(link -> link.to().text()).toArray(String[]::new))
                .executeUpdate();
    }
}
