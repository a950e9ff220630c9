package org.tocsin.web.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageQueryTest {

    private static final Set<String> KNOWN = Set.of("q", "state", "a b");

    @ParameterizedTest
    @CsvSource(delimiter = ' ', value = {
            "utm_source=mail ''", "utm_source=mail&q=x q=x", "q=x&fbclid=1 q=x", "q=x&utm=1&state=open&gclid q=x&state=open", "q=%c3%bc+%2B&x=1 q=%c3%bc+%2B",
            "x=1&q=a&q=b&y=2 q=a&q=b", "x=1;q=a;y q=a", "&&x=1&& ''", "=x&q=1 q=1", "%71=1&x=2 %71=1", "Q=1&q=2 q=2", "a+b=1&x=1 a+b=1", "a%20b=1&x a%20b=1",
            "x=1&q q", "x=1&q= q="})
    void whatIsNotKnownIsLeftOutAndTheRestStaysAsItWas(String query, String kept) {
        assertThat(PageQuery.cleaned(query, KNOWN)).contains(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "q=x", "q=x&q=y&state=a", "&q=x&", "q", "state=abc"})
    void whereAllIsKnownNothingHappens(String query) {
        assertThat(PageQuery.cleaned(query, KNOWN)).isEmpty();
    }

    @Test
    void noQueryIsNoQuery() {
        assertThat(PageQuery.cleaned(null, KNOWN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', value = {"state=1&code=2 ''", "q=x&state=1&session_state=3&iss=http%3A%2F%2Fi&code=2 q=x", "error=access_denied&state=1 ''",
            "state=1&error=x&error_description=y&error_uri=z&q=1 q=1"})
    void theWayBackFromTheSignInIsLeftOutEvenWhereAFilterIsCalledSo(String query, String kept) {
        assertThat(PageQuery.isSignInReturn(query)).isTrue();
        assertThat(PageQuery.cleaned(query, KNOWN)).contains(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=open", "code=1", "error=x", "session_state=1&iss=2"})
    void aPartOfItIsNone(String query) {
        assertThat(PageQuery.isSignInReturn(query)).isFalse();
    }

    /** Nobody is sent in circles: where a redirect leads there is none. */
    @Property
    void whatIsCleanStaysClean(@ForAll("queries") String query) {
        PageQuery.cleaned(query, KNOWN).ifPresent(kept -> assertThat(PageQuery.cleaned(kept, KNOWN)).isEqualTo(Optional.empty()));
    }

    /** The server's own reading of what is kept is its reading of the whole without what is unknown. */
    @Property
    void theServerReadsTheSame(@ForAll("queries") String query) {
        if (!PageQuery.isSignInReturn(query)) {
            var whole = new QueryStringDecoder("?" + query).parameters();
            whole.keySet().retainAll(KNOWN);
            assertThat(new QueryStringDecoder("?" + PageQuery.cleaned(query, KNOWN).orElse(query)).parameters()).isEqualTo(whole);
        }
    }

    @Provide
    Arbitrary<String> queries() {
        return Arbitraries.of(List.of("q", "state", "code", "error", "utm", "=", "=1", "&", "&", ";", "%71", "a+b", "a%20b", "%26", "%3D", "+", "x")).list().ofMaxSize(12)
                .map(parts -> String.join("", parts)).filter(query -> !query.matches("(.*[&;])?=.*"));
    }
}
