package org.tocsin.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With the notes and keys of C2SP's signed-note and of Go's golang.org/x/mod/sumdb/note. */
class NoteTest {

    private static final String TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
    private static final String PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private static final String PETER_SEED = "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    private static final String PETER_SIGNED =
            "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    private static final String ENOCH = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop";
    private static final String ENOCH_SIGNED =
            "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";

    private static List<VerifierKey> keys(String... written) {
        return Arrays.stream(written).map(VerifierKey::parse).toList();
    }

    @Test
    void theExampleOfTheSpecificationVerifies() {
        // Given
        Note note = Note.parse("This is an example message.\n\n"
                + "— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n");

        // Then
        assertThat(note.signedBy(keys("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"))).hasSize(1);
    }

    @Test
    void weSignWhatGoSigns() {
        // Given
        byte[] seed = Base64.getDecoder().decode(PETER_SEED);
        NoteSigner signer = NoteSigner.of("PeterNeumann", Arrays.copyOfRange(seed, 1, 33), VerifierKey.parse(PETER).publicKey());

        // Then
        assertThat(signer.key().written()).isEqualTo(PETER);
        assertThat(new Note(TEXT, List.of(signer.sign(TEXT))).written()).isEqualTo(TEXT + "\n" + PETER_SIGNED);
    }

    @Test
    void signaturesByKeysThatNobodyKnowsAreCarriedAndMeanNothing() {
        // Given
        String written = TEXT + "\n" + PETER_SIGNED + ENOCH_SIGNED;

        // When
        Note note = Note.parse(written);

        // Then
        assertThat(note.written()).isEqualTo(written);
        assertThat(note.signedBy(keys(PETER))).containsExactly(VerifierKey.parse(PETER));
        assertThat(note.signedBy(keys(PETER, ENOCH))).hasSize(2);
        assertThat(note.signedBy(List.of())).isEmpty();
    }

    @Test
    void aNoteIsRefusedWholeWhenAKnownKeyDidNotSignIt() {
        // Given
        Note note = Note.parse(TEXT.replace("answer", "Answer") + "\n" + PETER_SIGNED);

        // Then
        assertThatThrownBy(() -> note.signedBy(keys(PETER))).isInstanceOf(Malformed.class).hasMessageContaining("PeterNeumann");
        assertThat(note.signedBy(keys(ENOCH))).isEmpty();
    }

    @Test
    void sixteenSignaturesAreAccepted() {
        assertThat(Note.parse(TEXT + "\n" + ENOCH_SIGNED.repeat(15) + PETER_SIGNED).signedBy(keys(PETER))).hasSize(1);
    }

    static List<String> noNotes() {
        return List.of(TEXT, TEXT + "\n", TEXT + "\n" + PETER_SIGNED.stripTrailing(), "\u0001" + TEXT + "\n" + PETER_SIGNED,
                TEXT + "\n— Bad Name x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n",
                TEXT + "\n" + PETER_SIGNED + "Unexpected line.\n", TEXT + "\n" + PETER_SIGNED.replace("=", ""),
                TEXT + "\n" + PETER_SIGNED.repeat(101), TEXT + "\n— PeterNeumann x08g\n", "");
    }

    @ParameterizedTest
    @MethodSource("noNotes")
    void whatIsNoNoteIsRefused(String written) {
        assertThatThrownBy(() -> Note.parse(written)).isInstanceOf(Malformed.class);
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        byte[] bytes = (" " + TEXT + "\n" + PETER_SIGNED).getBytes(StandardCharsets.UTF_8);
        bytes[0] = (byte) 0xff;

        assertThatThrownBy(() -> Note.parse(bytes)).isInstanceOf(Malformed.class);
    }

    /** As Go's TestNewVerifier: no part of a key is a key, and no key with one character changed. */
    @Test
    void aMangledKeyIsRefused() {
        for (int from = 0; from <= PETER.length(); from++) {
            for (int to = from; to <= PETER.length(); to++) {
                String part = PETER.substring(from, to);
                if (!part.equals(PETER)) {
                    assertThatThrownBy(() -> VerifierKey.parse(part)).as(part).isInstanceOf(Malformed.class);
                }
            }
        }
        for (int i = 0; i < PETER.length(); i++) {
            String mangled = PETER.substring(0, i) + (char) (PETER.charAt(i) + 1) + PETER.substring(i + 1);
            assertThatThrownBy(() -> VerifierKey.parse(mangled)).as(mangled).isInstanceOf(Malformed.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
        "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"})
    void aKeyOfAnotherKindOrLengthIsRefused(String key) {
        assertThatThrownBy(() -> VerifierKey.parse(key)).isInstanceOf(Malformed.class);
    }

    @Test
    void aCosignatureHoldsForItsCheckpointItsTimeAndItsKeyAlone() {
        // Given
        byte[] seed = Arrays.copyOfRange(Base64.getDecoder().decode(PETER_SEED), 1, 33);
        NoteSigner witness = NoteSigner.cosigning("witness.example/w1", seed, VerifierKey.parse(PETER).publicKey());
        String text = new Checkpoint("example.com/behind-the-sofa", 0, Merkle.EMPTY).text();

        // When
        SignatureLine cosigned = witness.cosign(text, 1_679_315_147L);

        // Then
        assertThat(Cosignature.time(cosigned.signature())).isEqualTo(1_679_315_147L);
        assertThat(cosigned.signature()).hasSize(8 + 64);
        assertThat(new Note(text, List.of(cosigned)).signedBy(List.of(witness.key()))).hasSize(1);
        assertThat(VerifierKey.parse(witness.key().written())).isEqualTo(witness.key());
        cosigned.signature()[7]++;
        assertThatThrownBy(() -> new Note(text, List.of(cosigned)).signedBy(List.of(witness.key()))).isInstanceOf(Malformed.class);
    }

    @Test
    void aSignerWhosePublicKeyIsAnothersIsRefused() {
        assertThatThrownBy(() -> NoteSigner.of("PeterNeumann", new byte[32], VerifierKey.parse(PETER).publicKey()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
