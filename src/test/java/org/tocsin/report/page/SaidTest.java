package org.tocsin.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.json.Decimal;
import org.tocsin.report.submission.SubmissionOutcome;
import org.tocsin.report.submission.SubmissionReader;

class SaidTest {

    @ParameterizedTest
    @CsvSource({"0.00101,s,1.01 ms", "-0.000000310,s,−310 ns", "0.000004100,s,4.100 µs", "86400,s,86400 s", "0,s,0 s",
            "-11.5,dB,−11.5 dB", "1.4,'',1.4"})
    void aMeasureIsShownInTheUnitThatReadsBestWithAllItsDigits(String value, String unit, String shown) {
        assertThat(Quantity.of(new Decimal(value), unit)).isEqualTo(shown);
    }

    @Test
    void whatWasSaidIsShownInWords() throws IOException {
        // When
        Said said = read("gnss-spoofing.json");

        // Then
        assertThat(said.facts()).contains(
                new Fact("Threats and techniques", List.of("Grandmaster source (RFC 7384 §3.2.10)", "T1565 (ATT&CK)"), false),
                new Fact("When the sender became aware of the incident", List.of("23 Nov 2026, 03:14:05.25 UTC"), false),
                new Fact("Whether it goes on", List.of("Yes"), false));
        assertThat(said.groups()).extracting(Said.Group::heading)
                .containsExactly("When it happened", "What it does to others", "Who can be asked");
        assertThat(said.observations().get(0).facts()).contains(
                new Fact("Offset of the clock", List.of("1.01 ms"), false),
                new Fact("Time scale of the times and offsets", List.of("UTC(k)"), false));
        assertThat(said.observations().get(0).tables().get(0).rows().get(0)).startsWith("GPS", "7", "51.5 dBHz");
    }

    /** Each word of the sender's is somewhere on the page: new fields are not forgotten. */
    @ParameterizedTest
    @ValueSource(strings = {"gnss-spoofing.json", "ptp-grandmaster-change.json", "compromised-phone.json", "configuration-change.json"})
    void noTextOfTheSendersIsLeftOut(String report) throws IOException {
        // Given
        String all = shown(read(report)).reduce("", (a, b) -> a + "\n" + b);

        // Then
        for (String text : List.of("ntp-2", "maint", "203.0.113.77", "deadbe.fffe.ef0001", "ptp4l[1102.3]", "caesium ensemble",
                "time engineer, staff number 2207", "leap-seconds.list", "RX-20417", "duty@time.example", "NTS-2026-0417")) {
            if (Files.readString(Path.of("src/test/resources/reports", report)).contains(text)) {
                assertThat(all).contains(text);
            }
        }
    }

    private static Stream<String> shown(Said said) {
        Stream<Fact> facts = Stream.of(said.facts().stream(), said.groups().stream().flatMap(group -> group.facts().stream()),
                said.observations().stream().flatMap(observed -> observed.facts().stream())).flatMap(each -> each);
        Stream<FactTable> tables = Stream.concat(said.tables().stream(),
                said.observations().stream().flatMap(observed -> observed.tables().stream()));
        return Stream.of(Stream.ofNullable(said.description()), facts.flatMap(fact -> fact.lines().stream()),
                tables.flatMap(table -> table.rows().stream()).flatMap(List::stream)).flatMap(each -> each);
    }

    private static Said read(String report) throws IOException {
        SubmissionOutcome outcome = SubmissionReader.read(Files.readAllBytes(Path.of("src/test/resources/reports", report)));
        return Said.of(((SubmissionOutcome.Sound) outcome).submission());
    }
}
