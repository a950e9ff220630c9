package org.tocsin.report.submission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.json.Json;
import org.tocsin.problem.Fault;

class SubmissionReaderTest {

    private static List<Fault> faults(String document) {
        return SubmissionReader.read(document.getBytes(UTF_8)) instanceof SubmissionOutcome.Faulty faulty
                ? faulty.faults() : List.of();
    }

    /** The early warning with more fields in it. */
    private static String warning(String more) {
        return "{\"title\":\"t\",\"awareAt\":\"2026-11-23T03:12:00Z\",\"suspectedMalicious\":\"no\",\"crossBorder\":\"no\""
                + (more.isEmpty() ? "" : "," + more) + "}";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "\"titel\":\"x\"                          | /titel                        | unknown-field | Did you mean \"title\"?",
            "\"aware_at\":\"x\"                       | /aware_at                     | unknown-field | Did you mean \"awareAt\"?",
            "\"severity\":3                           | /severity                     | wrong-type    | one of critical, high",
            "\"severity\":\"hihg\"                    | /severity                     | unknown-word  | Did you mean \"high\"?",
            "\"tlp\":\"AMBER\"                        | /tlp                          | unknown-word  | Did you mean \"TLP:AMBER\"?",
            "\"tlp\":\"tlp:amber-strict\"             | /tlp                          | unknown-word  | TLP:AMBER+STRICT",
            "\"ongoing\":\"yes\"                      | /ongoing                      | wrong-type    | true or false",
            "\"description\":7                        | /description                  | wrong-type    | Write it in quotes",
            "\"classifiedAt\":\"2026-03-29T01:30:00\" | /classifiedAt                 | no-offset     | \"2026-03-29T01:30:00Z\"",
            "\"classifiedAt\":\"noon\"                | /classifiedAt                 | not-a-time    | RFC 3339",
            "\"classifiedAt\":1774747800              | /classifiedAt                 | wrong-type    | Expected a time",
            "\"category\":\"availability/dso\"        | /category                     | wrong-form    | Did you mean \"availability/dos\"?",
            "\"threats\":[\"t1078\"]                  | /threats/0                    | wrong-form    | Did you mean \"T1078\"?",
            "\"threats\":[\"T1454\"]                  | /threats/0                    | wrong-form    | revoked",
            "\"threats\":[\"rfc7384:3.2.13\"]         | /threats/0                    | wrong-form    | rfc7384:3.2.12",
            "\"threats\":[null]                       | /threats/0                    | wrong-type    | found null",
            "\"threats\":\"T1078\"                    | /threats                      | wrong-type    | brackets",
            "\"assets\":[{}]                          | /assets/0                     | too-few-fields | clockIdentity",
            "\"assets\":[{\"ip\":\"300.1.1.1\"}]      | /assets/0/ip                  | wrong-form    | 192.0.2.7",
            "\"assets\":[{\"ip\":\"time.example\"}]   | /assets/0/ip                  | wrong-form    | not an IP address",
            "\"assets\":[{\"clockIdentity\":\"00:11:22:33:44:55\"}] | /assets/0/clockIdentity | wrong-form | ff:fe",
            "\"occurred\":{\"uncertaintySeconds\":\"-1\"}           | /occurred/uncertaintySeconds | out-of-range | at least 0, in seconds",
            "\"occurred\":{\"uncertaintySeconds\":1}                | /occurred/uncertaintySeconds | wrong-type   | \"1\"",
            "\"occurred\":{\"uncertaintyMs\":\"1\"}                 | /occurred/uncertaintyMs      | unknown-field | Did you mean \"uncertaintySeconds\"? It takes seconds",
            "\"observations\":[{\"type\":\"ntpp\"}]                 | /observations/0/type         | unknown-type | Did you mean \"ntp\"?",
            "\"observations\":[{}]                                  | /observations/0/type         | missing      | gnss",
            "\"observations\":[{\"type\":\"ntp\",\"offsetMs\":\"12\"}]           | /observations/0/offsetMs      | unknown-field | Did you mean \"offsetSeconds\"?",
            "\"observations\":[{\"type\":\"ntp\",\"offset\":\"12\"}]             | /observations/0/offset        | unknown-field | Did you mean \"offsetSeconds\"?",
            "\"observations\":[{\"type\":\"ntp\",\"offsetSeconds\":\"12 ms\"}]   | /observations/0/offsetSeconds | unit-in-value | e.g. \"0.012\"",
            "\"observations\":[{\"type\":\"ntp\",\"frequencyPpm\":\"30ppb\"}]    | /observations/0/frequencyPpm  | unit-in-value | e.g. \"0.03\"",
            "\"observations\":[{\"type\":\"ntp\",\"offsetSeconds\":0.012}]       | /observations/0/offsetSeconds | number-not-string | \"0.012\"",
            "\"observations\":[{\"type\":\"ntp\",\"stratum\":17}]                | /observations/0/stratum       | out-of-range | from 0 to 16",
            "\"observations\":[{\"type\":\"ntp\",\"stratum\":\"1\"}]             | /observations/0/stratum       | wrong-type   | without quotes: 1",
            "\"observations\":[{\"type\":\"ntp\",\"reach\":\"388\"}]             | /observations/0/reach         | wrong-form   | octal",
            "\"observations\":[{\"type\":\"change\"}]                            | /observations/0/item          | missing      | required",
            "\"impact\":{\"sectors\":[\"Energy\"]}   | /impact/sectors/0             | wrong-form    | lower case",
            "\"externalRef\":\"\"                    | /externalRef                  | too-short     | empty",
            "\"stage\":\"notification\",\"severity\":\"low\" | /impact               | missing-at-stage | impact"})
    void each_fault_is_told_where_it_is_with_what_to_do(String more, String pointer, String code, String advice) {
        // When
        List<Fault> faults = faults(warning(more));
        // Then
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo(pointer);
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.message()).contains(advice).matches("(?s).*[.?]");
        });
    }

    @Test
    void faults_of_text_and_of_shape_come_in_one_answer() {
        // When
        List<Fault> faults = faults("{\"awareAt\":\"soon\",\"awareAt\":1,\"tlp\":\"RED\",\"crossBorder\":0.5}");
        // Then
        assertThat(faults).extracting(f -> f.pointer() + " " + f.code()).containsExactly("/awareAt duplicate-field",
                "/crossBorder number-not-string", "/awareAt not-a-time", "/tlp unknown-word", "/title missing",
                "/suspectedMalicious missing");
    }

    @Test
    void a_final_report_is_told_everything_that_it_lacks() {
        // When
        List<Fault> faults = faults(warning("\"stage\":\"final\",\"impact\":{}"));
        // Then
        assertThat(faults).extracting(Fault::pointer)
                .containsExactly("/description", "/severity", "/impact/description", "/threats", "/mitigations");
    }

    @Test
    void too_much_of_anything_is_refused() {
        assertThat(faults(warning("\"title2\":1,\"description\":\"" + "x".repeat(20_001) + "\"")))
                .extracting(Fault::code).containsExactly("unknown-field", "too-long");
        assertThat(faults(warning("\"observations\":[" + "{\"type\":\"ntp\"},".repeat(1000) + "{\"type\":\"ntp\"}]")))
                .extracting(Fault::code).containsExactly("too-many-items");
        assertThat(faults(warning("\"description\":\"" + "x".repeat(Limits.BODY_BYTES) + "\"")))
                .extracting(Fault::code).containsExactly("too-large");
    }

    @Test
    void a_thousand_observations_are_taken() {
        assertThat(faults(warning("\"observations\":[" + "{\"type\":\"ntp\"},".repeat(999) + "{\"type\":\"ntp\"}]"))).isEmpty();
    }

    @Test
    void what_is_no_object_is_told_once() {
        assertThat(faults("[]")).extracting(Fault::code).containsExactly("wrong-type");
        assertThat(faults("{")).extracting(Fault::code).containsExactly("malformed");
    }

    @Test
    void equal_submissions_have_equal_bytes() throws IOException {
        // Given
        String one = warning("\"assets\":[{\"ip\":\"2001:db8::7b\",\"clockIdentity\":\"001122.fffe.334455\"}]");
        String other = "{ \"stage\":\"early-warning\", \"crossBorder\" : \"no\", \"suspectedMalicious\":\"no\", \"ongoing\":null,\n"
                + "\"assets\":[{\"clockIdentity\":\"00:11:22:FF:FE:33:44:55\", \"ip\":\"2001:0DB8:0:0::007B\"}], \"threats\":[],"
                + "\"awareAt\":\"2026-11-23T11:12:00.0000001+08:00\", \"title\":\"\\u0074\"}";
        // When
        JsonNode canonical = Json.MAPPER.readTree(sound(one).canonical());
        // Then
        assertThat(sound(other).canonical()).isEqualTo(sound(one).canonical());
        assertThat(((ObjectNode) canonical).get("awareAt").textValue()).isEqualTo("2026-11-23T03:12:00.000000Z");
    }

    private static SubmissionOutcome.Sound sound(String document) {
        return (SubmissionOutcome.Sound) SubmissionReader.read(document.getBytes(UTF_8));
    }
}
