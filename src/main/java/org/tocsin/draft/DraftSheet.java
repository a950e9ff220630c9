package org.tocsin.draft;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tocsin.asset.AssetDocument;
import org.tocsin.attachment.WaitingFiles;
import org.tocsin.json.Instants;
import org.tocsin.json.Json;
import org.tocsin.problem.Fault;
import org.tocsin.report.page.CodeWords;
import org.tocsin.report.submission.Constellation;
import org.tocsin.report.submission.Indicator;
import org.tocsin.report.submission.SubmissionOutcome;
import org.tocsin.report.submission.SubmissionReader;
import org.tocsin.web.Moments;
import org.tocsin.web.Say;
import org.tocsin.web.TypedMoment;

/**
 * What the pages of a draft show.
 *
 * @param step      which of them; null for the list of tasks
 * @param reference the report that it goes on with; null for a new one
 * @param stages    those that it can be
 * @param found     in the inventory; null when nothing was looked for
 * @param more      whether the inventory has more that fits
 * @param files     that wait for the report
 * @param row       which observation; -1 elsewhere
 * @param refusal   what was refused as a whole; null when nothing was
 * @param odd       what would not keep it out, and is worth a second look before it is sent
 * @param stale     whether the report has changed since the writer saw it
 */
public record DraftSheet(UUID id, Step step, String reference, Form form, List<TypedMoment.Zone> zones, List<String> stages,
        String query, List<AssetDocument> found, boolean more, List<WaitingFiles.Line> files, int row, String refusal, boolean stale, List<Fault> faults,
        List<Fault> odd, JsonNode said,
        Instant touchedAt) {

    private static final Set<String> CHOSEN = Set.of("stage", "severity", "category", "threats", "sectors", "suspectedMalicious", "crossBorder", "type",
            "hypothesis", "onset", "state", "authentication", "fixMode", "spoofIndicator", "antenna", "traim", "osnma", "kind", "isolated", "authorised", "progress");

    /** A task with how it stands: done, wanting, empty; check where we filled something in that nobody has looked at yet. */
    public record Task(Step step, String standing) {
    }

    /** One thing that was said, with the words that name it. */
    public record Line(String label, String value) {
    }

    public record Part(Step step, List<Line> lines) {
    }

    /** What is still wrong or missing, and where that is mended. */
    public record Wanting(Step step, String href, String words) {
    }

    /** An entry of a list, such as an asset, in one line. */
    public record Entry(String place, String name) {
    }

    static List<Fault> faults(Typed typed) {
        return SubmissionReader.of(Reading.submission(typed)) instanceof SubmissionOutcome.Faulty faulty ? faulty.faults() : List.of();
    }

    /**
     * What is wrong on one page. What is only missing is said where one checks and sends, not while one writes.
     *
     * @param row of an observation; -1 for the step as a whole
     */
    static List<Fault> shown(List<Fault> faults, Step step, int row) {
        String entry = "/observations/" + row;
        return faults.stream().filter(fault -> !fault.code().startsWith("missing"))
                .filter(fault -> step != null && step.has(fault.pointer()))
                .filter(fault -> row < 0 || fault.pointer().equals(entry) || fault.pointer().startsWith(entry + "/")).toList();
    }

    public String title() {
        return form.text("/title");
    }

    public List<Task> tasks() {
        return Stream.of(Step.values()).filter(each -> each != Step.CHECK).map(each -> new Task(each, standing(each))).toList();
    }

    private String standing(Step each) {
        if (faults.stream().anyMatch(fault -> Step.mending(fault.pointer()) == each)) {
            return "wanting";
        }
        if (each == Step.WHEN && form.prefilled("/awareAt")) {
            return "check";
        }
        if (each == Step.FILES) {
            return files.isEmpty() ? "empty" : "done";
        }
        return each.places().stream().anyMatch(place -> !said.at(place).isMissingNode()) ? "done" : "empty";
    }

    public List<Wanting> wanting() {
        return faults.stream().map(fault -> wanting(fault)).toList();
    }

    public List<Wanting> warnings() {
        return odd.stream().map(each -> new Wanting(Step.mending(SecondLook.place(each)), Mending.of(SecondLook.place(each)).href(id),
                SecondLook.words(each, name(said.at(each.pointer()))))).toList();
    }

    private Wanting wanting(Fault fault) {
        return new Wanting(Step.mending(fault.pointer()), Mending.of(fault.pointer()).href(id), Form.named(fault));
    }

    public List<Part> parts() {
        return Stream.of(Step.values()).map(each -> new Part(each, lines(each))).filter(part -> !part.lines().isEmpty()).toList();
    }

    private List<Line> lines(Step each) {
        List<Line> lines = new ArrayList<>();
        each.places().forEach(place -> collect(place, said.at(place), "", lines));
        return lines;
    }

    private static void collect(String place, JsonNode node, String before, List<Line> lines) {
        if (node.isObject()) {
            node.properties().forEach(field -> collect(place + "/" + field.getKey(), field.getValue(), before, lines));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(place, node.get(i), node.get(i).isObject() ? (i + 1) + ". " : before, lines);
            }
        } else if (!node.isMissingNode()) {
            lines.add(new Line(before + Say.place(place), node.isTextual() ? spoken(place, node.textValue()) : Say.wire(node.asText())));
        }
    }

    /** What was typed stays as it is; what was chosen, and times, are in the page's language. */
    static String spoken(String place, String text) {
        String name = place.substring(place.lastIndexOf('/') + 1);
        if (place.equals("/observations/type")) {
            return Say.kind(text);
        }
        if (Leaf.of(name) == Leaf.TIME) {
            Instant at = Instants.parse(text).instant();
            return at == null ? text : Moments.words(at);
        }
        if (Leaf.of(name) == Leaf.YES_NO) {
            return Say.wire(text);
        }
        return CHOSEN.contains(name) ? CodeWords.of(name, text) : text;
    }

    public List<Entry> entries(String list) {
        JsonNode entries = said.at(list);
        return IntStream.range(0, entries.size()).mapToObj(row -> new Entry(list + "/" + row, name(entries.get(row)))).toList();
    }

    private static String name(JsonNode entry) {
        String kind = entry.path("type").asText();
        String about = Stream.of("asset", "ref", "hostname", "ip", "clockIdentity", "serial", "item", "summary", "holder")
                .map(name -> entry.path(name).asText()).filter(text -> !text.isEmpty()).findFirst().orElse("");
        return kind.isEmpty() ? about : Say.wire("kind-" + kind) + (about.isEmpty() ? "" : ": " + about);
    }

    public String kind() {
        return form.text("/observations/" + row + "/type");
    }

    /** What the Enter key does in a field: the languages' buttons come first on the page, and would take it. */
    public String enter() {
        return step == Step.ASSETS ? "search" : "save";
    }

    public String kindKey() {
        return "kind-" + kind();
    }

    public boolean searched() {
        return found != null;
    }

    public List<ObservationFields.Field> fields() {
        return ObservationFields.of(kind());
    }

    public String at(String name) {
        return "/observations/" + row + "/" + name;
    }

    public List<String> kinds() {
        return ObservationFields.KINDS;
    }

    public List<CodeWords.Choice> categories() {
        return CodeWords.categories();
    }

    public List<CodeWords.Choice> threats() {
        return CodeWords.threats();
    }

    public List<CodeWords.Choice> sectors() {
        return CodeWords.sectors();
    }

    /** What kinds of traces there are. */
    public List<CodeWords.Choice> traces() {
        return Stream.of(Indicator.Kind.values()).map(Json::word).map(word -> new CodeWords.Choice(word, CodeWords.word(word))).toList();
    }

    public List<CodeWords.Choice> constellations() {
        return Stream.of(Constellation.values()).map(Json::word).map(word -> new CodeWords.Choice(word, word)).toList();
    }

    /** Of a field whose words stand for themselves, such as the names of systems. */
    public List<CodeWords.Choice> choices(List<String> words) {
        return words.stream().map(word -> new CodeWords.Choice(word, CodeWords.word(word))).toList();
    }

    /** What kinds of names assets have. */
    public List<String> names() {
        return Named.KINDS;
    }

    public List<String> severities() {
        return List.of("critical", "high", "medium", "low", "info");
    }

    public List<String> labels() {
        return List.of("TLP:RED", "TLP:AMBER+STRICT", "TLP:AMBER", "TLP:GREEN", "TLP:CLEAR");
    }

    public List<String> answers() {
        return List.of("yes", "no", "unknown");
    }

    public List<String> yesNo() {
        return List.of("yes", "no");
    }

    public List<String> progress() {
        return List.of("applied", "ongoing", "planned");
    }
}
