package org.tocsin.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tocsin.json.Reading;
import org.tocsin.json.Shape;
import org.tocsin.json.StrictReader;
import org.tocsin.problem.Fault;
import org.tocsin.problem.Problem;
import org.tocsin.report.submission.Limits;
import org.tocsin.report.submission.Submission;
import org.tocsin.report.submission.SubmissionOutcome;
import org.tocsin.report.submission.SubmissionReader;

/** Takes a batch apart: what is wrong with one report is that one's matter, what is wrong with the batch is everyone's. */
final class BatchReader {

    static final int BODY_BYTES = 8 * 1024 * 1024;
    static final int REPORTS = 500;
    /** The batch, its list, the item around the report. */
    private static final int DEPTH = Limits.DEPTH + 3;

    /** As it is published; the reports in it are read one by one. */
    @Schema(name = "Batch", description = "Reports to be filed, each on its own; the whole at most 8 MiB")
    record Published(
            @Schema(required = true, minItems = 1, maxItems = REPORTS, description = "In the order in which they are answered")
            List<PublishedItem> reports) {
    }

    @Schema(name = "BatchItem")
    record PublishedItem(
            @Schema(minLength = 1, maxLength = 200, pattern = "^[\\x21-\\x7e]*$",
                    description = "As the header of the same name for one report; send the same one again with the same report")
            String idempotencyKey,
            @Schema(required = true, description = "At most 256 KiB in canonical form", implementation = Submission.class)
            JsonNode report) {
    }

    private static final StrictReader READER = new StrictReader(BODY_BYTES, DEPTH);
    private static final Shape SHAPE = Shape.of(Published.class);
    private static final Pattern OF_AN_ITEM = Pattern.compile("/reports/([0-9]+)(/.*)?", Pattern.DOTALL);

    private BatchReader() {
    }

    /** @throws Problem 400 or 422 when it is no batch, whatever its reports are */
    static List<BatchItem> read(byte[] body) {
        Reading reading = READER.read(body);
        List<Fault> all = new ArrayList<>(reading.faults());
        all.addAll(SHAPE.check(reading.tree()));
        List<Fault> ofTheBatch = all.stream().filter(fault -> !OF_AN_ITEM.matcher(fault.pointer()).matches()).toList();
        if (!ofTheBatch.isEmpty()) {
            throw Problem.invalid("batch", ofTheBatch);
        }
        Map<Integer, List<Fault>> byItem = all.stream().collect(Collectors.groupingBy(BatchReader::item));
        JsonNode reports = reading.tree().path("reports");
        List<BatchItem> items = new ArrayList<>(reports.size());
        for (int i = 0; i < reports.size(); i++) {
            JsonNode item = reports.get(i);
            items.add(new BatchItem(i, item.path("idempotencyKey").textValue(),
                    outcome("/reports/" + i, item.path("report"), byItem.getOrDefault(i, List.of()))));
        }
        return items;
    }

    private static int item(Fault fault) {
        Matcher place = OF_AN_ITEM.matcher(fault.pointer());
        place.matches();
        return Integer.parseInt(place.group(1));
    }

    private static SubmissionOutcome outcome(String item, JsonNode report, List<Fault> told) {
        String at = item + "/report";
        List<Fault> ofTheReport = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (Fault fault : told) {
            if (report.isObject() && fault.pointer().startsWith(at + "/")) {
                ofTheReport.add(at(fault.pointer().substring(at.length()), fault));
            } else {
                faults.add(fault);
            }
        }
        if (report.isObject()) {
            SubmissionOutcome outcome = SubmissionReader.read(report, ofTheReport);
            if (outcome instanceof SubmissionOutcome.Faulty faulty) {
                faulty.faults().forEach(fault -> faults.add(at(at + fault.pointer(), fault)));
            } else if (faults.isEmpty()) {
                return fitting(at, (SubmissionOutcome.Sound) outcome);
            }
        }
        return new SubmissionOutcome.Faulty(faults);
    }

    private static Fault at(String pointer, Fault fault) {
        return new Fault(pointer, fault.code(), fault.message());
    }

    private static SubmissionOutcome fitting(String at, SubmissionOutcome.Sound report) {
        int bytes = report.canonical().length;
        return bytes <= Limits.BODY_BYTES ? report : new SubmissionOutcome.Faulty(List.of(new Fault(at, "too-large",
                "The report has " + bytes + " bytes in canonical form; the most is " + Limits.BODY_BYTES
                        + ". Leave out raw data, or send it as attachments.")));
    }
}
