package org.tocsin.asset.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.problem.Fault;
import org.tocsin.problem.Problem;

class TableTest {

    private static Table read(String text) {
        return Table.read(text.getBytes(StandardCharsets.UTF_8), null);
    }

    /** It is read all the same, so that what is wrong with its cells can be told too. */
    private static List<Fault> asATable(String text) {
        return read(text).faults();
    }

    private static List<Fault> faults(String text) {
        return catchThrowableOfType(Problem.class, () -> read(text)).faults();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ref,name\r\na,\"one, two\"\r\n", "ref;name\na;\"one, two\"", "ref\tname\na\tone, two\n\n",
            "\uFEFFref,name\na,\"one, two\"\n", "\"ref\",\"name\"\na,\"one, two\""})
    void separatorLineEndsAndByteOrderMarkDoNotMatter(String text) {
        // When
        Table table = read(text);

        // Then
        assertThat(table.columns()).containsExactly("ref", "name");
        assertThat(table.rows()).hasSize(1);
        assertThat(table.rows().get(0).cell("name")).isEqualTo("one, two");
    }

    @Test
    void aSeparatorThatIsGivenIsNotGuessed() {
        // When
        Table table = Table.read("a;b,c\n1;2,3".getBytes(StandardCharsets.UTF_8), ',');

        // Then
        assertThat(table.columns()).containsExactly("a;b", "c");
    }

    @Test
    void everyLineWithTooFewOrTooManyCellsIsNamed() {
        // When
        List<Fault> faults = asATable("a,b\n1\n1,2\n\"two\nlines\",2,3\n");

        // Then
        assertThat(faults).extracting(Fault::code).containsExactly("cell-count", "cell-count");
        assertThat(faults).extracting(Fault::line).containsExactly(2, 4);
    }

    @Test
    void whatIsNoTableIsRefused() {
        assertThat(faults("")).extracting(Fault::code).containsExactly("empty");
        assertThat(faults("a,b\n\"1\"2,3")).extracting(Fault::code).containsExactly("malformed");
        assertThat(asATable("a,a\n1,2")).extracting(Fault::code).containsExactly("duplicate-column");
        assertThat(asATable("x,".repeat(Table.MOST_COLUMNS) + "y")).extracting(Fault::code).contains("too-many-columns");
        assertThatThrownBy(() -> Table.read(new byte[] {'a', (byte) 0xe9, '\n'}, null))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.status()).isEqualTo(400);
                    assertThat(problem.faults()).extracting(Fault::code).containsExactly("not-utf-8");
                });
    }
}
