package org.tocsin.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.json.Canonical;
import org.tocsin.json.Json;
import org.tocsin.problem.Fault;
import org.tocsin.report.submission.SubmissionOutcome;
import org.tocsin.report.submission.SubmissionReader;

/** What becomes of what was typed. */
class ReadingTest {

    private static final Path REPORTS = Path.of("src/test/resources/reports");

    private static JsonNode read(Map<String, String> typed) {
        Typed form = Typed.empty();
        form.take(new MultivaluedHashMap<>(typed));
        return Reading.submission(form);
    }

    @ParameterizedTest
    @CsvSource({
            "2026-11-23, 03:14, UTC, 2026-11-23T03:14:00.000000Z",
            "2026-11-23, 03:14:05.25, Europe/Berlin, 2026-11-23T02:14:05.250000Z",
            "23.11.2026, 3:14, Asia/Shanghai, 2026-11-22T19:14:00.000000Z",
            "2026-11-23, 03:14, '', 2026-11-23T03:14:00.000000Z"})
    void aTimeIsReadInItsZone(String date, String time, String zone, String instant) {
        JsonNode said = read(Map.of("/awareAt/date", date, "/awareAt/time", time, "/awareAt/zone", zone));

        assertThat(said.path("awareAt").asText()).isEqualTo(instant);
    }

    private static Typed at(String date, String time, String zone) {
        Typed typed = Typed.empty();
        typed.take(new MultivaluedHashMap<>(Map.of("/awareAt/date", date, "/awareAt/time", time, "/awareAt/zone", zone)));
        return typed;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "2026-10-25|02:30|Europe/Berlin|The clocks in Berlin showed this hour twice on that day. It is 25 Oct 2026, 00:30:00 UTC (UTC+02:00)"
                    + " or 25 Oct 2026, 01:30:00 UTC (UTC+01:00): choose the zone UTC and write the one that you mean.",
            "2026-11-01|01:30|America/New_York|The clocks in New York showed this hour twice on that day. It is 1 Nov 2026, 05:30:00 UTC (UTC-04:00)"
                    + " or 1 Nov 2026, 06:30:00 UTC (UTC-05:00): choose the zone UTC and write the one that you mean.",
            "2026-03-29|01:30|Europe/London|The clocks in London skipped this hour: at 29 Mar 2026, 01:00:00 UTC they went from UTC to UTC+01:00."
                    + " Correct the time, or choose the zone UTC and write it in UTC."})
    void anHourThatWasTwiceOrNeverIsAskedForAndNotGuessed(String date, String time, String zone, String words) {
        Typed typed = at(date, time, zone);

        List<Fault> told = TypedTime.told(typed, DraftSheet.faults(typed)).stream().filter(fault -> fault.pointer().equals("/awareAt")).toList();

        assertThat(Reading.submission(typed).path("awareAt").asText()).isEqualTo(date + " " + time + " " + zone);
        assertThat(told).extracting(Form::words).containsExactly(words);
    }

    @ParameterizedTest
    @CsvSource({"2026-10-25, 01:59, Europe/Berlin", "2026-10-25, 03:00, Europe/Berlin", "2026-03-29, 03:00, Europe/Berlin", "2026-10-25, 02:30, UTC"})
    void besideTheChangeOfTheClocksATimeIsOne(String date, String time, String zone) {
        assertThat(TypedTime.moment(at(date, time, zone).tree().path("awareAt")).clockChange("/awareAt")).isEmpty();
    }

    @Test
    void theZoneThatWasChosenLastIsOfferedNext() {
        // Given
        Typed typed = at("2026-11-23", "03:14", "UTC");

        // When
        Writing.apply(typed, Step.WHEN, new MultivaluedHashMap<>(Map.of("/awareAt/date", "2026-11-23", "/awareAt/time", "03:14", "/awareAt/zone", "UTC",
                "/occurred/from/date", "2026-11-23", "/occurred/from/time", "04:00", "/occurred/from/zone", "Europe/Berlin",
                "/occurred/to/date", "", "/occurred/to/time", "", "/occurred/to/zone", "UTC")));

        // Then
        Form form = new Form(typed, List.of());
        assertThat(List.of(form.in("/awareAt", "UTC"), form.in("/occurred/from", "Europe/Berlin"), form.in("/occurred/to", "Europe/Berlin"),
                form.in("/classifiedAt", "Europe/Berlin"))).containsOnly(true);
        assertThat(Reading.submission(typed).has("lastZone")).isFalse();
        Writing.apply(typed, Step.WHEN, new MultivaluedHashMap<>(Map.of("/occurred/to/date", "2026-11-23", "/occurred/to/time", "04:00", "/occurred/to/zone", "UTC")));
        assertThat(form.in("/classifiedAt", "UTC")).isTrue();
    }

    @Test
    void whatIsNoTimeStaysAsItWasTyped() {
        assertThat(read(Map.of("/awareAt/date", "yesterday", "/awareAt/time", "noon")).path("awareAt").asText()).isEqualTo("yesterday noon");
        assertThat(read(Map.of("/awareAt/date", "", "/awareAt/time", " ", "/awareAt/zone", "UTC")).has("awareAt")).isFalse();
    }

    @Test
    void whatWasLeftEmptyIsNotSaid() {
        assertThat(read(Map.of("/title", "  ", "/contact/phone", "", "/impact/description", " "))).isEmpty();
    }

    @Test
    void eachFieldBecomesOfItsKind() {
        JsonNode said = read(Map.of("/ongoing", "yes", "/impact/usersAffected", "12", "/impact/services", "NTP\r\n\r\n PTP ",
                "/occurred/uncertaintySeconds", "0,25"));

        assertThat(Canonical.bytes(said)).isEqualTo(Canonical.bytes(Json.tree("""
                {"ongoing": true, "impact": {"usersAffected": 12, "services": ["NTP", "PTP"]},
                 "occurred": {"uncertaintySeconds": "0.25"}}""".getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void aClockThatIsNotTrustedIsToldOnce() {
        Typed typed = Typed.empty();
        typed.take(new MultivaluedHashMap<>(Map.of("/awareAt/date", "2026-11-23", "/awareAt/time", "03:14", "/awareAt/doubt", "yes", "/description", "It jumped.")));

        JsonNode once = Reading.submission(typed);
        typed.put("/description", once.path("description").asText());
        JsonNode twice = Reading.submission(typed);

        assertThat(once.path("description").asText()).isEqualTo("It jumped.\n\n" + Reading.DOUBTED);
        assertThat(twice).isEqualTo(once);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "title", "/title/../x", "/a~0b", "/observations/-1/x", "/assets/7/ref"})
    void aFieldThatIsNoPlaceOfOursIsPassedOver(String name) {
        assertThat(read(Map.of(name, "x"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ptp-grandmaster-change.json", "gnss-spoofing.json", "compromised-phone.json"})
    void aReportThatIsGoneOnWithSaysTheSameWhenNothingIsChanged(String file) throws IOException {
        // Given
        JsonNode kept = Json.tree(((SubmissionOutcome.Sound) SubmissionReader.read(Files.readAllBytes(REPORTS.resolve(file)))).canonical());

        // When
        JsonNode again = Reading.submission(Reading.typed(kept));

        // Then
        SubmissionOutcome outcome = SubmissionReader.read(again.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(outcome).isInstanceOf(SubmissionOutcome.Sound.class);
        assertThat(new String(((SubmissionOutcome.Sound) outcome).canonical(), StandardCharsets.UTF_8))
                .isEqualTo(new String(Canonical.bytes(kept), StandardCharsets.UTF_8));
    }
}
