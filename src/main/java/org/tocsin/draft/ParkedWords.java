package org.tocsin.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tocsin.web.Say;
import org.tocsin.web.TypedMoment;

/** What a form said that was parked, as its sender reads it: in the page's language, each time in one line. */
final class ParkedWords {

    /** Buttons, and what goes along unseen on every form. */
    private static final Set<String> UNSEEN = Set.of("key", "version", "number", "send", "save", "back", "search", "another", "addTyped");
    private static final Pattern OF_A_TIME = Pattern.compile("(/.+)/(date|time|zone)");
    private static final String DOUBT = "/" + TypedTime.DOUBT;

    private ParkedWords() {
    }

    static List<DraftSheet.Line> of(List<ParkedForm.Field> fields) {
        Map<String, String> times = times(fields);
        List<DraftSheet.Line> lines = new ArrayList<>();
        for (ParkedForm.Field field : fields) {
            Matcher time = OF_A_TIME.matcher(field.name());
            if (time.matches()) {
                String whole = times.remove(time.group(1));
                if (whole != null) {
                    lines.add(new DraftSheet.Line(Say.place(time.group(1)), whole));
                }
            } else if (!UNSEEN.contains(field.name()) && !field.value().isBlank()) {
                lines.add(line(field));
            }
        }
        return lines;
    }

    private static DraftSheet.Line line(ParkedForm.Field field) {
        if (field.name().endsWith(DOUBT)) {
            String time = field.name().substring(0, field.name().length() - DOUBT.length());
            return new DraftSheet.Line(Say.place(time), Say.word("doubt"));
        }
        boolean kind = field.name().equals("kind") && ObservationFields.KINDS.contains(field.value());
        return new DraftSheet.Line(kind ? Say.label("type") : Say.place(field.name()), kind ? Say.kind(field.value()) : DraftSheet.spoken(field.name(), field.value()));
    }

    /** By their places; a zone alone is none. */
    private static Map<String, String> times(List<ParkedForm.Field> fields) {
        Map<String, String> parts = new LinkedHashMap<>();
        fields.forEach(field -> parts.putIfAbsent(field.name(), field.value().strip()));
        Map<String, String> times = new LinkedHashMap<>();
        parts.keySet().stream().map(OF_A_TIME::matcher).filter(Matcher::matches).map(time -> time.group(1)).distinct().forEach(place -> {
            String typed = (parts.getOrDefault(place + "/date", "") + " " + parts.getOrDefault(place + "/time", "")).strip();
            if (!typed.isEmpty()) {
                times.put(place, typed + " " + TypedMoment.Zone.of(parts.getOrDefault(place + "/zone", "UTC")).label());
            }
        });
        return times;
    }
}
