package org.tocsin.asset;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.tocsin.asset.exchange.AssetSheet;
import org.tocsin.json.Json;
import org.tocsin.party.Caller;

/** Gives a whole inventory out, part after part, so that no size of it has to fit into memory. */
@ApplicationScoped
public class AssetExport {

    private final AssetRegister register;

    AssetExport(AssetRegister register) {
        this.register = register;
    }

    /** @throws org.tocsin.problem.Problem 400 or 404, before anything is written */
    StreamingOutput json(Caller caller, String organisation) {
        AssetPage first = part(caller, organisation, "");
        return out -> {
            Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            text.write("{\"assets\":[");
            String[] between = {"\n"};
            eachPart(caller, organisation, first, page -> page.items().forEach(asset -> write(text, between, asset)));
            text.write("\n]}\n");
            text.flush();
        };
    }

    /** @throws org.tocsin.problem.Problem 400 or 404, before anything is written */
    StreamingOutput csv(Caller caller, String organisation) {
        AssetPage first = part(caller, organisation, "");
        return out -> {
            CsvWriter table = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF)
                    .build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            table.writeRecord(AssetSheet.COLUMNS);
            eachPart(caller, organisation, first, page -> page.items().forEach(asset -> table.writeRecord(AssetSheet.row(asset))));
            table.flush();
        };
    }

    private void eachPart(Caller caller, String organisation, AssetPage first, Consumer<AssetPage> writing) {
        AssetPage page = first;
        writing.accept(page);
        while (page.next() != null) {
            page = part(caller, organisation, page.items().get(page.items().size() - 1).ref());
            writing.accept(page);
        }
    }

    private AssetPage part(Caller caller, String organisation, String after) {
        return register.page(caller, AssetQuery.of(organisation, null, null, after, AssetQuery.LARGEST_PAGE));
    }

    private static void write(Writer text, String[] between, AssetDocument asset) {
        try {
            text.write(between[0]);
            text.write(Json.MAPPER.valueToTree(asset).toString());
            between[0] = ",\n";
        } catch (java.io.IOException gone) {
            throw new java.io.UncheckedIOException("who asked for the export went away", gone);
        }
    }
}
