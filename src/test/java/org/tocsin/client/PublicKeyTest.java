package org.tocsin.client;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whoever enrols may send anything as a key. */
class PublicKeyTest {

    @Property(tries = 2000)
    void whateverIsSentAsAKeyIsOneOrIsNone(@ForAll("keys") String written) {
        assertThatCode(() -> PublicKey.read(written)).doesNotThrowAnyException();
    }

    @Property(tries = 500)
    void anyTextIsOneOrIsNone(@ForAll String written) {
        assertThatCode(() -> PublicKey.read(written)).doesNotThrowAnyException();
    }

    @Provide
    Arbitrary<String> keys() {
        Arbitrary<String> name = Arbitraries.of("kty", "crv", "x", "y", "n", "e", "k", "kid", "use", "alg", "key_ops", "x5c", "d", "oth");
        Arbitrary<String> value = Arbitraries.of("null", "1", "[]", "{}", "\"\"", "\"AA\"", "\"!\"", "\"AQAB\"", "[\"AA\"]", "-1", "1e99", "\"P-256\"", "\"Ed25519\"",
                "\"EC\"", "\"OKP\"", "\"RSA\"", "\"oct\"", "\"" + "A".repeat(43) + "\"", "\"" + "_".repeat(4000) + "\"");
        Arbitrary<List<Tuple.Tuple2<String, String>>> members = Combinators.combine(name, value).as(Tuple::of).list().ofMaxSize(8);
        return Combinators.combine(Arbitraries.of("\"EC\"", "\"OKP\"", "\"RSA\"", "\"oct\"", "null", "7"), members)
                .as((kind, all) -> all.stream().map(each -> "\"" + each.get1() + "\":" + each.get2())
                        .reduce("{\"kty\":" + kind, (whole, each) -> whole + "," + each) + "}");
    }
}
