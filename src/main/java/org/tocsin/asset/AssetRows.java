package org.tocsin.asset;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.tocsin.store.ExportTable;
import org.tocsin.store.Exported;

/** An organisation's inventory, as its entries can be PUT again. */
@ApplicationScoped
class AssetRows implements Exported {

    private static final String ASSETS = """
            select ref, document
            from asset
            where organisation_id = :organisation and ref > :after
            order by ref
            limit :most""";

    @Override
    public List<ExportTable> tables() {
        return List.of(new ExportTable("assets", ASSETS));
    }
}
