package org.tocsin.asset;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tocsin.asset.exchange.AssetSheet;
import org.tocsin.json.Canonical;

/** An inventory that is exported and imported again is the same inventory, in either form. */
class ExportedTest {

    private static final String TEXTS = "ab \\|='+-@\"é;,\n";

    @Property(tries = 300)
    void asATable(@ForAll("inventories") List<AssetDocument> inventory) throws IOException {
        // Given
        StringWriter text = new StringWriter();
        try (CsvWriter table = CsvWriter.builder().build(text)) {
            table.writeRecord(AssetSheet.COLUMNS);
            inventory.forEach(asset -> table.writeRecord(AssetSheet.row(asset)));
        }

        // When
        List<AssetDocument> read = read(true, text.toString().getBytes(StandardCharsets.UTF_8));

        // Then
        assertThat(read).isEqualTo(inventory);
    }

    @Property(tries = 100)
    void asJson(@ForAll("inventories") List<AssetDocument> inventory) {
        // When
        List<AssetDocument> read = read(false, Canonical.bytes(new AssetList(inventory)));

        // Then
        assertThat(read).isEqualTo(inventory);
    }

    @Property(tries = 100)
    void importingWhatIsThereChangesNothing(@ForAll("inventories") List<AssetDocument> inventory) {
        // Given
        Map<String, AssetDocument> present = inventory.stream()
                .collect(Collectors.toMap(AssetDocument::ref, asset -> asset));

        // When
        ImportPlan plan = ImportPlan.of(present, inventory, ImportMode.REPLACE);

        // Then
        assertThat(plan.changesNothing()).isTrue();
        assertThat(plan.unchanged()).isEqualTo(inventory.size());
    }

    private static List<AssetDocument> read(boolean table, byte[] file) {
        return ImportReader.read("org-a", new ImportOrder(false, ImportMode.MERGE, ImportFormat.TOCSIN, table, null), file).assets();
    }

    @Provide
    Arbitrary<List<AssetDocument>> inventories() {
        return assets().list().ofMinSize(1).ofMaxSize(4).map(assets -> {
            List<AssetDocument> named = new ArrayList<>();
            assets.forEach(asset -> named.add(asset.named("asset-" + named.size())));
            return named;
        });
    }

    private static Arbitrary<AssetDocument> assets() {
        Arbitrary<String> maybe = Arbitraries.strings().withChars(TEXTS).ofMaxLength(12).injectNull(0.2);
        Arbitrary<List<String>> texts = Combinators.combine(maybe, maybe, maybe).as((a, b, c) -> {
            List<String> three = new ArrayList<>();
            three.add(a);
            three.add(b);
            three.add(c);
            return three;
        });
        Arbitrary<LocalDate> days = Arbitraries.integers().between(0, 4000).map(LocalDate.of(2020, 1, 1)::plusDays).injectNull(0.5);
        return Combinators.combine(texts, Arbitraries.of(AssetKind.values()), Arbitraries.integers().between(1, 5),
                Arbitraries.of(Sector.values()).injectNull(0.3), identifiers(), attributes(), edges(), days)
                .as((text, kind, criticality, sector, identifiers, attributes, edges, day) -> new AssetDocument(null,
                        "n" + text.get(0), kind, criticality, sector, text.get(1), text.get(2), null, identifiers, attributes, edges,
                        day, day, kind.isStaffDevice() ? new Posture(criticality > 2, null, day, null, true, false) : null, text.get(0)));
    }

    private static Arbitrary<List<Identifier>> identifiers() {
        return Arbitraries.strings().withChars("ab|=\\'").ofMinLength(1).ofMaxLength(6)
                .map(serial -> new Identifier(IdentifierKind.SERIAL, serial)).list().uniqueElements(
                        identifier -> identifier.value().toUpperCase()).ofMaxSize(3);
    }

    private static Arbitrary<Map<String, AttributeText>> attributes() {
        return Arbitraries.maps(Arbitraries.strings().withChars(TEXTS).ofMinLength(1).ofMaxLength(6).filter(name -> !name.isBlank()),
                Arbitraries.strings().withChars(TEXTS).ofMaxLength(8).map(AttributeText::new)).ofMaxSize(3);
    }

    private static Arbitrary<List<Edge>> edges() {
        Arbitrary<EdgeTarget> targets = Arbitraries.of(EdgeTarget.ref("gm-1"), new EdgeTarget("org-b", "dns", null, null, null, null),
                new EdgeTarget(null, null, "host17.time.example", null, null, null), new EdgeTarget(null, null, null, "2001:db8::1", null, null),
                new EdgeTarget(null, null, null, null, null, "A/7 | x"));
        return Combinators.combine(Arbitraries.of(EdgeType.values()), targets).as(Edge::new).list().ofMaxSize(3);
    }
}
