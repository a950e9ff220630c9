package org.tocsin.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.json.Json;

/** What a batch is answered with. The answers of those that were filed are the stored bytes, as they are for one alone. */
@Schema(name = "BatchAnswer", description = "What became of each report, in the order of the batch")
record BatchAnswer(
        @Schema(description = "How many are on disk: filed now, or filed before and answered again") int filed,
        @Schema(description = "How many were refused; of these nothing is stored") int refused,
        @Schema(description = "One for each report of the batch") List<Result> results) {

    @Schema(name = "BatchResult")
    record Result(
            @Schema(description = "The report's place in the batch, from 0") int index,
            @Schema(description = "The HTTP status that it would have been answered with alone", examples = "201") int status,
            @Schema(description = "When it was filed: the answer that it would have got alone") @Nullable ReportAnswer report,
            @Schema(description = "When it was refused: the problem (RFC 9457), pointers from the batch's beginning")
            @Nullable Map<String, Object> problem) {
    }

    static byte[] bytes(List<ItemResult> results) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(results.size() * 1024);
        try (JsonGenerator json = Json.MAPPER.createGenerator(bytes)) {
            long refused = results.stream().filter(ItemResult::isRefused).count();
            json.writeStartObject();
            json.writeNumberField("filed", results.size() - refused);
            json.writeNumberField("refused", refused);
            json.writeArrayFieldStart("results");
            for (ItemResult result : results) {
                write(result, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory", impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(ItemResult result, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("index", result.index());
        json.writeNumberField("status", result.status());
        if (result.isRefused()) {
            json.writeObjectField("problem", result.refusal().document());
        } else {
            json.writeFieldName("report");
            json.writeRawValue(new String(result.accepted().answer(), StandardCharsets.UTF_8));
        }
        json.writeEndObject();
    }
}
