package org.tocsin.asset.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tocsin.asset.exchange.Pairs.Pair;

class PairsTest {

    @Example
    void aCellReadsAsAPersonWouldWriteIt() {
        assertThat(Pairs.read(" hostname = ntp1.time.example |ip=192.0.2.17 | note=a=b "))
                .containsExactly(new Pair("hostname", "ntp1.time.example"), new Pair("ip", "192.0.2.17"), new Pair("note", "a=b"));
    }

    @Example
    void whatLacksAnEqualsSignHasNoValue() {
        assertThat(Pairs.read("192.0.2.17")).containsExactly(new Pair("192.0.2.17", null));
        assertThat(Pairs.read("")).isEmpty();
    }

    @Property
    void whatIsWrittenIsReadBack(@ForAll("pairs") List<Pair> pairs) {
        assertThat(Pairs.read(Pairs.write(pairs))).isEqualTo(pairs);
    }

    @Property
    void whatIsGuardedIsBareAgain(@ForAll("texts") String text) {
        assertThat(Formula.bare(Formula.guarded(text))).isEqualTo(text);
        assertThat(Formula.guarded(text)).doesNotMatch("(?s)[=+\\-@\t\r\n].*");
    }

    @Provide
    Arbitrary<List<Pair>> pairs() {
        return Combinators.combine(texts().filter(text -> !text.isEmpty()), texts()).as(Pair::new).list().ofMaxSize(5);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("ab \\|='+-@\t\n\"é;,").ofMaxLength(8);
    }
}
