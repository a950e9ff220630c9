package org.tocsin.asset;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import org.tocsin.asset.exchange.AssetSheet;
import org.tocsin.json.Json;
import org.tocsin.party.Caller;
import org.tocsin.web.overload.Parts;
import org.tocsin.web.overload.StepParts;
import org.tocsin.web.paging.PartSize;
import org.tocsin.web.paging.Slice;

/** Gives a whole inventory out, part after part, so that no size of it has to fit into memory. */
@ApplicationScoped
public class AssetExport {

    private final AssetRegister register;

    AssetExport(AssetRegister register) {
        this.register = register;
    }

    /** @throws org.tocsin.problem.Problem 400 or 404, before anything is written */
    Parts json(Caller caller, String organisation) {
        Slice<AssetDocument> first = part(caller, organisation, "");
        return new StepParts(out -> {
            String[] between = {"{\"assets\":[\n"};
            return each(caller, organisation, first, page -> {
                for (AssetDocument asset : page.items()) {
                    write(out, between[0] + Json.MAPPER.valueToTree(asset));
                    between[0] = ",\n";
                }
            }, () -> {
                write(out, (between[0].equals(",\n") ? "" : between[0].strip()) + "\n]}\n");
                return null;
            });
        });
    }

    /** @throws org.tocsin.problem.Problem 400 or 404, before anything is written */
    Parts csv(Caller caller, String organisation) {
        Slice<AssetDocument> first = part(caller, organisation, "");
        return new StepParts(out -> {
            CsvWriter table = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF)
                    .build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            table.writeRecord(AssetSheet.COLUMNS);
            return each(caller, organisation, first, page -> {
                page.items().forEach(asset -> table.writeRecord(AssetSheet.row(asset)));
                table.flush();
            }, null);
        });
    }

    private interface Writing {

        void write(Slice<AssetDocument> page) throws IOException;
    }

    private StepParts.Step each(Caller caller, String organisation, Slice<AssetDocument> page, Writing writing, StepParts.Step last) {
        return () -> {
            writing.write(page);
            return page.next() == null ? last
                    : () -> each(caller, organisation, part(caller, organisation, page.items().get(page.items().size() - 1).ref()), writing, last).run();
        };
    }

    private Slice<AssetDocument> part(Caller caller, String organisation, String after) {
        return register.page(caller, AssetQuery.of(organisation, null, null, after, PartSize.LARGEST));
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
