package org.tocsin.draft;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tocsin.problem.Fault;
import org.tocsin.report.page.CodeWords;
import org.tocsin.web.ProblemWords;
import org.tocsin.web.Say;
import org.tocsin.web.Speech;

/** What a page's inputs show: what was typed into each, and what is wrong with it, in the page's language. */
public final class Form {

    /** @param href where the input is */
    public record Complaint(String href, String words) {
    }

    private final Typed typed;
    private final List<Fault> faults;
    private final Function<Fault, String> hrefs;

    /** Of a page that has all the inputs. */
    Form(Typed typed, List<Fault> faults) {
        this(typed, faults, fault -> "#" + at(fault.pointer()));
    }

    /** @param hrefs where that is mended which is wrong */
    Form(Typed typed, List<Fault> faults, Function<Fault, String> hrefs) {
        this.typed = typed;
        this.faults = faults;
        this.hrefs = hrefs;
    }

    public String text(String place) {
        return typed.text(place);
    }

    public boolean is(String place, String value) {
        return typed.text(place).equals(value);
    }

    public boolean ticked(String place) {
        return !typed.text(place).isEmpty();
    }

    /** Of a time. */
    public String day(String place) {
        return typed.text(place + "/date");
    }

    public String hour(String place) {
        return typed.text(place + "/time");
    }

    public boolean in(String place, String zone) {
        return Zones.shown(typed, place).equals(zone);
    }

    /** Whether the clock that told this time is not trusted. */
    public boolean doubted(String place) {
        return ticked(place + "/doubt");
    }

    /** Whether we filled it in, and nobody has kept it yet. */
    boolean prefilled(String place) {
        return ticked(place + "/" + TypedTime.PREFILLED);
    }

    /** Of the input, and so of what the error summary links to. */
    public String id(String place) {
        return at(place);
    }

    static String at(String place) {
        return "f" + place.replace('/', '-');
    }

    /** Null when nothing is wrong there. */
    public String fault(String place) {
        return faults.stream().filter(fault -> fault.pointer().equals(place) || fault.pointer().startsWith(place + "/"))
                .findFirst().map(Form::words).orElse(null);
    }

    public boolean isFaulty() {
        return !faults.isEmpty();
    }

    public List<Complaint> complaints() {
        return faults.stream().map(fault -> new Complaint(hrefs.apply(fault), named(fault))).toList();
    }

    /** Of boxes: whether this one is among what was chosen. */
    public boolean has(String place, String value) {
        return typed.text(place).lines().anyMatch(value::equals);
    }

    /** What was written beside the boxes. */
    public String besides(String place, List<CodeWords.Choice> boxes) {
        return typed.text(place).lines().filter(line -> boxes.stream().noneMatch(box -> box.word().equals(line))).collect(Collectors.joining("\n"));
    }

    /** The places of a list's entries, and of one more when that is wanted. */
    public List<String> rows(String list, int more) {
        return IntStream.range(0, typed.count(list) + more).mapToObj(row -> list + "/" + row).toList();
    }

    public String below(String row, String name) {
        return row + "/" + name;
    }

    /** Away from its field: with the field's name, where the words do not say which it is. */
    static String named(Fault fault) {
        String label = Mending.of(fault.pointer()).label();
        if (label.isEmpty() || !Say.word(ofField(fault)).equals(ofField(fault))) {
            return words(fault);
        }
        return label.endsWith("?") || label.endsWith("？") ? label + " " + words(fault) : Speech.of("field_says", label, words(fault));
    }

    private static String ofField(Fault fault) {
        String field = fault.pointer().substring(fault.pointer().lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return "fault_" + fault.code().replace('-', '_') + "_" + field;
    }

    /** Our own words for what is most often wrong; else those of the reader, in the page's language. */
    static String words(Fault fault) {
        return Stream.of(ofField(fault), "fault_" + fault.code().replace('-', '_'))
                .filter(key -> !Say.word(key).equals(key)).map(key -> Speech.of(key, fault.values().toArray()))
                .findFirst().orElseGet(() -> ProblemWords.of(fault));
    }
}
