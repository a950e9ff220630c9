package org.tocsin.draft;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A task of the full report. */
public enum Step {

    WHAT(List.of("/title", "/stage", "/description", "/severity", "/tlp", "/suspectedMalicious", "/crossBorder", "/ongoing", "/helpRequested",
            "/category", "/threats", "/externalRef"),
            List.of("/severity", "/tlp", "/suspectedMalicious", "/crossBorder", "/ongoing", "/helpRequested", "/threats")),
    WHEN(List.of("/awareAt", "/classifiedAt", "/occurred", "/safeReference"), List.of("/awareAt/doubt", "/occurred/from/doubt", "/occurred/to/doubt", "/classifiedAt/doubt",
            "/awareAt/" + TypedTime.PREFILLED)),
    ASSETS(List.of("/assets"), List.of()),
    OBSERVATIONS(List.of("/observations"), List.of()),
    INDICATORS(List.of("/indicators"), List.of()),
    IMPACT(List.of("/impact", "/mitigations", "/evidencePreserved"), List.of("/evidencePreserved", "/impact/sectors")),
    CONTACT(List.of("/contact"), List.of()),
    FILES(List.of(), List.of()),
    CHECK(List.of(), List.of());

    private final List<String> places;
    private final List<String> choices;

    Step(List<String> places, List<String> choices) {
        this.places = places;
        this.choices = choices;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a form leaves out when nothing is chosen. */
    List<String> choices() {
        return choices;
    }

    List<String> places() {
        return places;
    }

    boolean has(String place) {
        return places.stream().anyMatch(own -> place.equals(own) || place.startsWith(own + "/"));
    }

    static Optional<Step> of(String code) {
        return Stream.of(values()).filter(step -> step.code().equals(code)).findFirst();
    }

    /** Where a fault is mended: what belongs nowhere else is said on the first page. */
    static Step mending(String place) {
        return Stream.of(values()).filter(step -> step.has(place)).findFirst().orElse(WHAT);
    }
}
