package org.tocsin.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.report.submission.ChangeObservation;
import org.tocsin.report.submission.ClockObservation;
import org.tocsin.report.submission.Contact;
import org.tocsin.report.submission.DeviceObservation;
import org.tocsin.report.submission.GenericObservation;
import org.tocsin.report.submission.GnssObservation;
import org.tocsin.report.submission.Impact;
import org.tocsin.report.submission.Indicator;
import org.tocsin.report.submission.Measure;
import org.tocsin.report.submission.Mitigation;
import org.tocsin.report.submission.NtpObservation;
import org.tocsin.report.submission.Occurred;
import org.tocsin.report.submission.PtpObservation;
import org.tocsin.report.submission.Satellite;
import org.tocsin.report.submission.Submission;
import org.tocsin.report.submission.SubmissionOutcome;
import org.tocsin.report.submission.SubmissionReader;

/** Whatever the API takes can be said on the form. */
class EveryFieldTest {

    private static final Map<String, Class<?>> KINDS = Map.of("clock", ClockObservation.class, "ntp", NtpObservation.class,
            "ptp", PtpObservation.class, "gnss", GnssObservation.class, "change", ChangeObservation.class,
            "device", DeviceObservation.class, "generic", GenericObservation.class);
    private static final Path TEMPLATES = Path.of("src", "main", "resources", "templates", "draft");

    /** What stands in a record itself, or one level below in another. */
    private static Stream<String> fields(Class<?> record) {
        return Stream.of(record.getRecordComponents()).flatMap(component ->
                component.getAccessor().isAnnotationPresent(JsonUnwrapped.class) ? fields(component.getType())
                : isNest(component) ? fields(component.getType()).map(inner -> component.getName() + "/" + inner)
                : Stream.of(component.getName()));
    }

    private static boolean isNest(RecordComponent component) {
        return List.of("Period", "Holdover", "Grandmaster").contains(component.getType().getSimpleName());
    }

    static Stream<String> kinds() {
        return KINDS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anObservationHasAllItsFields(String kind) {
        assertThat(ObservationFields.of(kind)).extracting(ObservationFields.Field::name).containsAll(fields(KINDS.get(kind)).toList());
    }

    @Test
    void aReportHasAllItsFields() throws IOException {
        String step = Files.readString(TEMPLATES.resolve("step.html"));

        assertThat(fields(Submission.class)).allMatch(field -> Stream.of(Step.values()).anyMatch(each -> each.has("/" + field)));
        for (String field : List.of("title", "stage", "description", "severity", "suspectedMalicious", "crossBorder", "ongoing", "helpRequested", "tlp",
                "category", "threats", "externalRef", "awareAt", "classifiedAt", "safeReference", "evidencePreserved")) {
            assertThat(step).contains("'/" + field + "'");
        }
        fields(Contact.class).forEach(field -> assertThat(step).contains("'/contact/" + field + "'"));
        fields(Impact.class).forEach(field -> assertThat(step).contains("'/impact/" + field + "'"));
        fields(Occurred.class).forEach(field -> assertThat(step).contains("'/occurred/" + field + "'"));
        fields(Mitigation.class).forEach(field -> assertThat(step).contains("(row,'" + field + "')"));
        fields(Indicator.class).forEach(field -> assertThat(step).contains("(row,'" + field + "')"));
    }

    @Test
    void rowsOfAnObservationHaveAllTheirFields() throws IOException {
        String satellites = Files.readString(TEMPLATES.resolve("satellites.html"));
        String measures = Files.readString(TEMPLATES.resolve("measures.html"));

        fields(Satellite.class).forEach(field -> assertThat(satellites).contains("(row,'" + field + "')"));
        fields(Measure.class).forEach(field -> assertThat(measures).contains("(row,'" + field + "')"));
    }

    private static MultivaluedMap<String, String> form(String... pairs) {
        MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            form.add(pairs[i], pairs[i + 1]);
        }
        return form;
    }

    private static Typed warning() {
        Typed typed = Typed.empty();
        typed.put("/title", "Ghosts in the sky");
        typed.put("/suspectedMalicious", "yes");
        typed.put("/crossBorder", "no");
        Writing.apply(typed, Step.WHEN, form("/awareAt/date", "2026-11-23", "/awareAt/time", "03:14", "/awareAt/zone", "UTC"));
        return typed;
    }

    private static ObjectNode sound(Typed typed) {
        ObjectNode submission = Reading.submission(typed);
        assertThat(SubmissionReader.of(submission)).isInstanceOf(SubmissionOutcome.Sound.class);
        return submission;
    }

    @Test
    void satellitesThreatsAndTracesAreSaidInRows() {
        // Given
        Typed typed = warning();
        Writing.apply(typed, Step.OBSERVATIONS, form("kind", "gnss"));
        Writing.observation(typed, 0, form("/observations/0/constellations", "GPS", "/observations/0/constellations", "Galileo",
                "/observations/0/satellites/0/constellation", "GPS", "/observations/0/satellites/0/svid", "7",
                "/observations/0/satellites/0/cn0DbHz", "51,5", "/observations/0/satellites/0/used", "yes",
                "/observations/0/satellites/1/constellation", ""));
        Writing.apply(typed, Step.WHAT, form("/suspectedMalicious", "yes", "/crossBorder", "no", "/threats", "rfc7384:3.2.10", "/threats", "T1565"));

        // When
        Writing.apply(typed, Step.INDICATORS, form("/indicators/0/type", "signal", "/indicators/0/value", "All on one bearing",
                "/indicators/0/firstSeen/date", "2026-11-23", "/indicators/0/firstSeen/time", "02:58", "/indicators/0/firstSeen/zone", "UTC",
                "/indicators/0/firstSeen/doubt", "yes", "/indicators/1/type", "", "/indicators/1/value", ""));

        // Then
        ObjectNode said = sound(typed);
        assertThat(said.at("/observations/0/satellites")).hasSize(1);
        assertThat(said.at("/observations/0/satellites/0/cn0DbHz").asText()).isEqualTo("51.5");
        assertThat(said.at("/observations/0/constellations")).hasSize(2);
        assertThat(said.at("/threats/1").asText()).isEqualTo("T1565");
        assertThat(said.at("/indicators")).hasSize(1);
        assertThat(said.at("/indicators/0/note").asText()).isEqualTo("Told by a clock that is not trusted: firstSeen.");
        assertThat(sound(Reading.typed(said)).toString()).as("gone on with, it says the same").isEqualTo(said.toString());
    }

    @Test
    void whatIsNoLongerChosenIsNoLongerSaid() {
        // Given
        Typed typed = warning();
        Writing.apply(typed, Step.WHAT, form("/title", "Ghosts", "/suspectedMalicious", "yes", "/crossBorder", "no", "/threats", "rfc7384:3.2.2"));

        // When
        Writing.apply(typed, Step.WHAT, form("/title", "Ghosts", "/suspectedMalicious", "yes", "/crossBorder", "no", "/threats", ""));

        // Then
        assertThat(sound(typed).has("threats")).isFalse();
    }

    @Test
    void everyDoubtedTimeIsSaid() {
        // Given
        Typed typed = warning();
        Writing.apply(typed, Step.WHEN, form("/awareAt/date", "2026-11-23", "/awareAt/time", "03:14", "/awareAt/zone", "UTC",
                "/occurred/to/date", "2026-11-23", "/occurred/to/time", "03:00", "/occurred/to/zone", "UTC", "/occurred/to/doubt", "yes",
                "/classifiedAt/date", "2026-11-23", "/classifiedAt/time", "04:00", "/classifiedAt/zone", "UTC", "/classifiedAt/doubt", "yes"));
        Writing.apply(typed, Step.OBSERVATIONS, form("kind", "clock"));

        // When
        Writing.observation(typed, 0, form("/observations/0/observedAt/from/date", "2026-11-23", "/observations/0/observedAt/from/time", "02:00",
                "/observations/0/observedAt/from/zone", "UTC", "/observations/0/observedAt/from/doubt", "yes"));
        Writing.apply(typed, Step.IMPACT, form("/mitigations/0/description", "Cut off", "/mitigations/0/at/date", "2026-11-23",
                "/mitigations/0/at/time", "05:00", "/mitigations/0/at/zone", "UTC", "/mitigations/0/at/doubt", "yes"));

        // Then
        ObjectNode said = sound(typed);
        assertThat(said.at("/occurred/clock").asText()).isEqualTo(Reading.NOT_TRUSTED);
        assertThat(said.path("description").asText()).contains(Reading.DOUBTED_CLASSIFYING, Reading.DOUBTED_MEASURES).doesNotContain(Reading.DOUBTED);
        assertThat(said.at("/observations/0/note").asText()).isEqualTo(Doubts.NOTE + "observedAt.from.");
    }
}
