package org.tocsin.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** C2SP tlog-witness and tlog-cosignature, with the examples of their texts. */
class AddCheckpointTest {

    private static final String REQUEST = """
            old 20852014
            PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
            jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=
            5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=
            /6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=

            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

            — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
            — example.com/behind-the-sofa opLqBQsREYCgu6xQkYQwJr9fo45a62DN9EdmHXnZdXNqlcVGlCum2Wks+49/V6267UEjw6QUXTS5Rovnzv++qbSzm9Q=
            """;

    private static final String ANSWER = """
            — witness.example/w1 CMp+6LWBU0anHGH5aNDTJkH/gj79sG+T6+iP2ThYN5krrDJbR1HDnucjL39QsZTSvVjyQLrdk3DXDqI5G2HgLatVs0pWh6Up69HVOw==
            — witness.example/w1 I7rEps0pvK2UqkS2gSpVUDhrhVtQV9lgF6pRrWAvjJHjyWpW7VcE3SiOlVlbQNt64vWhO+DlkL0+UfzuOBMh9ChdMkP1vi/lCAsmlw==
            — witness.example/w2 AWui8Sk55XjYLOijihBjhqEH6nS1ndDymE0a+6idX7pLcnoB+dhnz0854aLZgrrKbYKA7nC3HNJhm/kWl7oJlqU3rXXvpysAdyP3wQ==
            """;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void theExampleOfTheSpecificationIsReadAndWritten() {
        // When
        AddCheckpoint request = AddCheckpoint.parse(bytes(REQUEST));

        // Then
        assertThat(request.old()).isEqualTo(20_852_014);
        assertThat(request.proof()).hasSize(4);
        assertThat(Checkpoint.parse(request.note().text()).size()).isEqualTo(20_852_163);
        assertThat(request.note().signatures()).hasSize(2);
        assertThat(new String(request.written(), StandardCharsets.UTF_8)).isEqualTo(REQUEST);
    }

    @Test
    void theAnswerOfTheSpecificationIsThreeCosignatures() {
        assertThat(Note.signatures(bytes(ANSWER))).extracting(SignatureLine::name)
                .containsExactly("witness.example/w1", "witness.example/w1", "witness.example/w2");
        assertThat(Note.signatures(bytes(ANSWER))).allMatch(line -> line.signature().length == 72);
    }

    /** tlog-cosignature: what is signed, word for word, and where the time stands. */
    @Test
    void whatACosignatureSignsIsAsInTheSpecification() {
        // Given
        String checkpoint = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
        String line = "jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==";
        byte[] signature = Base64.getDecoder().decode(line);

        // Then
        assertThat(new String(Cosignature.message(checkpoint, 1_679_315_147L), StandardCharsets.UTF_8)).isEqualTo("""
                cosignature/v1
                time 1679315147
                example.com/behind-the-sofa
                20852163
                CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
                """);
        assertThat(Cosignature.time(Arrays.copyOfRange(signature, 4, signature.length))).isEqualTo(1_679_315_147L);
    }

    @Test
    void anEmptyProofIsAnEmptyLine() {
        // Given
        String first = "old 0\n\n" + REQUEST.substring(REQUEST.indexOf("\n\n") + 2);

        // Then
        assertThat(AddCheckpoint.parse(bytes(first)).proof()).isEmpty();
        assertThat(new String(AddCheckpoint.parse(bytes(first)).written(), StandardCharsets.UTF_8)).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"old 020852014", "old -1", "old", "old  1", "Old 1", "old 1 ", "old 1\r", "old 99999999999999999999", "size 1", ""})
    void anotherFirstLineIsRefused(String line) {
        assertThatThrownBy(() -> AddCheckpoint.parse(bytes(REQUEST.replace("old 20852014", line)))).isInstanceOf(Malformed.class);
    }

    @Test
    void anotherFormIsRefused() {
        String hash = "PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=\n";
        assertThat(AddCheckpoint.parse(bytes(REQUEST.replace(hash, String.join("", Collections.nCopies(60, hash))))).proof()).hasSize(63);
        for (String other : new String[] {
                REQUEST.replace(hash, String.join("", Collections.nCopies(61, hash))),
                REQUEST.replace(hash, "PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw\n"),
                REQUEST.replace(hash, "AAAA\n"),
                REQUEST.replace("\n\nexample", "\nexample"),
                REQUEST.substring(0, REQUEST.indexOf("\n\n— ") + 1),
                REQUEST.replace("\n", "\r\n"),
                REQUEST.substring(0, REQUEST.length() - 1)}) {
            assertThatThrownBy(() -> AddCheckpoint.parse(bytes(other))).as(other).isInstanceOf(Malformed.class);
        }
    }

    @Test
    void theSizeInARefusalIsOneLine() {
        assertThat(AddCheckpoint.size(bytes("20852014\n"))).isEqualTo(20_852_014);
        for (String other : new String[] {"", "\n", "1", "01\n", "1\n\n", "-1\n", "one\n"}) {
            assertThatThrownBy(() -> AddCheckpoint.size(bytes(other))).as(other).isInstanceOf(Malformed.class);
        }
    }
}
