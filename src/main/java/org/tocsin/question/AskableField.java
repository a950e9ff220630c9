package org.tocsin.question;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tocsin.web.Say;
import org.tocsin.web.WireWords;

/** A field that a liaison can ask about on a page, by its name in words. */
@TemplateData
public record AskableField(String place, String name) {

    /** Long enough for any report that a person reads; about what lies beyond one asks freely. */
    private static final int AT_MOST = 150;
    private static final Map<String, String> LISTS = Map.of("assets", "Asset", "observations", "Observation", "indicators", "Trace",
            "mitigations", "Measure");

    private static final List<AskableField> USUAL = List.of(
            of("/title", "Title"), of("/description", "Description"), of("/severity", "Severity"), of("/tlp", "Sharing (TLP)"),
            of("/category", "Class of incident"), of("/threats", "Threats and techniques"),
            of("/suspectedMalicious", "Whether malice is suspected"), of("/crossBorder", "Whether other countries are affected"),
            of("/ongoing", "Whether it goes on"), of("/helpRequested", "Whether help is asked for"),
            of("/awareAt", "When it was noticed"), of("/classifiedAt", "When it was classified as reportable"),
            of("/occurred/from", "When it began"), of("/occurred/to", "When it ended"),
            of("/occurred/clock", "Which clock told these times"), of("/occurred/uncertaintySeconds", "Uncertainty of these times"),
            of("/safeReference", "Which time source can be trusted"),
            of("/assets", "Assets"), of("/observations", "Observations"), of("/indicators", "Traces of the attack"),
            of("/impact/description", "Impact"), of("/impact/usersAffected", "How many are affected"),
            of("/impact/services", "Services affected"), of("/impact/sectors", "Sectors affected"),
            of("/mitigations", "Measures"), of("/evidencePreserved", "Whether evidence is kept"),
            of("/contact/name", "Contact: who"), of("/contact/phone", "Contact: telephone"), of("/contact/email", "Contact: mail"),
            of("/contact/availability", "Contact: when and how"), of("/externalRef", "The operator’s own number"));

    private static AskableField of(String place, String name) {
        return new AskableField(place, name);
    }

    static List<AskableField> usual() {
        return USUAL;
    }

    /** What stands in the lists of this report. */
    static List<AskableField> said(JsonNode submission) {
        List<AskableField> said = new ArrayList<>();
        Stream.of("observations", "assets", "indicators", "mitigations").forEach(list -> {
            JsonNode entries = submission.path(list);
            for (int i = 0; i < entries.size(); i++) {
                collect("/" + list + "/" + i, LISTS.get(list) + " " + (i + 1), entries.get(i), said);
            }
        });
        return said.stream().limit(AT_MOST).toList();
    }

    private static void collect(String place, String entry, JsonNode node, List<AskableField> said) {
        node.properties().forEach(field -> {
            String below = place + "/" + field.getKey().replace("~", "~0").replace("/", "~1");
            if (field.getValue().isObject()) {
                collect(below, entry, field.getValue(), said);
            } else if (!field.getKey().equals("type")) {
                said.add(new AskableField(below, named(entry, below)));
            }
        });
    }

    private static String named(String entry, String place) {
        String name = Say.place(place);
        return entry + ": " + (name.startsWith("/") ? WireWords.spoken(place.substring(place.lastIndexOf('/') + 1)) : name);
    }
}
