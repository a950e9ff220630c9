package org.tocsin.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TlogProofTest {

    static final NoteSigner LOG = Signers.named("log.example");
    private static final NoteSigner OTHER = Signers.named("other.example");
    private static final Grown TREE = Grown.to(1_000);

    private static TlogProof proof(NoteSigner signer, String origin, int index, int size) {
        String text = new Checkpoint(origin, size, TREE.root(size)).text();
        return new TlogProof(Optional.of(TREE.entries().get(index)), index,
                Proofs.inclusion(new TileNodes(size, TREE), index, size), new Note(text, List.of(signer.sign(text))));
    }

    private static TlogProof read(String written) {
        return TlogProof.parse(written.getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 40)
    void aProofIsReadAsItWasWrittenAndHolds(@ForAll @IntRange(min = 1, max = 1_000) int size, @ForAll @IntRange(max = 999) int any) {
        // Given
        int index = any % size;
        String written = proof(LOG, "log.example", index, size).written();

        // When
        TlogProof proof = read(written);

        // Then
        assertThat(proof.written()).isEqualTo(written);
        assertThat(proof.objection(List.of(LOG.key()), TREE.entries().get(index))).isEmpty();
    }

    @Test
    void itBeginsAsTheSpecificationHasIt() {
        assertThat(proof(LOG, "log.example", 3, 7).written()).startsWith("c2sp.org/tlog-proof@v1\nextra ").contains("\nindex 3\n")
                .contains("\n\nlog.example\n7\n");
    }

    @Test
    void eachLieIsNamed() {
        byte[] entry = TREE.entries().get(3);
        List<VerifierKey> keys = List.of(LOG.key());
        TlogProof honest = proof(LOG, "log.example", 3, 7);

        assertThat(honest.objection(keys, TREE.entries().get(4))).hasValueSatisfying(why -> assertThat(why).contains("place 3"));
        assertThat(honest.objection(List.of(OTHER.key()), entry)).hasValueSatisfying(why -> assertThat(why).contains("another log, log.example"));
        assertThat(proof(LOG, "other.example", 3, 7).objection(keys, entry)).hasValueSatisfying(why -> assertThat(why).contains("another log"));
        TlogProof truncated = new TlogProof(honest.extra(), 3, honest.path().subList(1, honest.path().size()), honest.note());
        assertThat(truncated.objection(keys, entry)).hasValueSatisfying(why -> assertThat(why).contains("place 3"));
        assertThat(read(honest.written().replace("\n7\n", "\n8\n")).objection(keys, entry))
                .hasValueSatisfying(why -> assertThat(why).contains("does not verify"));
    }

    @Test
    void whatIsNoProofIsRefused() {
        String written = proof(LOG, "log.example", 3, 7).written();

        for (String broken : List.of("", written.replace("@v1", "@v2"), written.replace("index 3\n", ""), written.replace("index 3", "index 03"),
                written.replace("index 3\n", "index 3\nno hash\n"), written.substring(0, written.indexOf("\n\n")))) {
            assertThatThrownBy(() -> read(broken)).as(broken).isInstanceOf(Malformed.class);
        }
    }
}
