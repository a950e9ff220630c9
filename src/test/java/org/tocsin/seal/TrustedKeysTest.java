package org.tocsin.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jose4j.jwk.JsonWebKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustedKeysTest {

    private static final byte[] PAYLOAD = "{\"report\":1}".getBytes(UTF_8);
    private static final String TYPE = "test+jws";

    private final Keys own = Keys.fresh("one");

    @Property(tries = 50)
    void whatIsSignedVerifiesAndComesBackAsItWas(@ForAll byte[] payload) {
        // When
        Optional<Signed> signed = own.trusted().verify(own.seal().sign(payload, TYPE));

        // Then
        assertThat(signed).isPresent();
        assertThat(signed.get().payload()).isEqualTo(payload);
        assertThat(signed.get().header()).containsEntry("typ", TYPE);
    }

    @Property(tries = 50)
    void aDetachedSignatureVerifiesOverItsOwnBytesAlone(@ForAll byte[] payload, @ForAll byte[] other) {
        // When
        String detached = own.seal().signDetached(payload, TYPE, Map.of("aud", "them"));

        // Then
        assertThat(detached).contains("..");
        assertThat(own.trusted().verifyDetached(detached, payload)).isPresent();
        assertThat(own.trusted().verifyDetached(detached, other).isPresent())
                .isEqualTo(ByteBuffer.wrap(payload).equals(ByteBuffer.wrap(other)));
    }

    @Test
    void aSignatureByAnotherKeyOfTheSameNameIsRefused() {
        // Given
        Keys impostor = Keys.fresh("one");

        // When
        Optional<Signed> signed = own.trusted().verify(impostor.seal().sign(PAYLOAD, TYPE));

        // Then
        assertThat(signed).isEmpty();
    }

    @Test
    void aSignatureByAKeyOfAnotherNameIsRefused() {
        // Given
        Keys stranger = Keys.fresh("two");

        // When
        Optional<Signed> signed = own.trusted().verify(stranger.seal().sign(PAYLOAD, TYPE));

        // Then
        assertThat(signed).isEmpty();
    }

    @Test
    void aKeyThatTravelsInTheHeaderIsNotTrusted() {
        // Given
        Keys impostor = Keys.fresh("two");
        String header = "{\"alg\":\"EdDSA\",\"kid\":\"one\",\"jwk\":" + impostor.key().toJson() + "}";
        String forged = encoded(header.getBytes(UTF_8)) + impostor.seal().sign(PAYLOAD, TYPE).replaceFirst("^[^.]*", "");

        // When
        Optional<Signed> signed = own.trusted().verify(forged);

        // Then
        assertThat(signed).isEmpty();
    }

    @Test
    void noAlgorithmAtAllIsRefused() {
        // Given
        String unsigned = encoded("{\"alg\":\"none\",\"kid\":\"one\"}".getBytes(UTF_8)) + "." + encoded(PAYLOAD) + ".";

        // When
        Optional<Signed> signed = own.trusted().verify(unsigned);

        // Then
        assertThat(signed).isEmpty();
    }

    @Test
    void thePublicKeyIsNotTakenForASharedSecret() throws GeneralSecurityException {
        // Given
        byte[] publicKey = Base64.getUrlDecoder().decode((String) own.key().toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY).get("x"));
        String signing = encoded("{\"alg\":\"HS256\",\"kid\":\"one\"}".getBytes(UTF_8)) + "." + encoded(PAYLOAD);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(publicKey, "HmacSHA256"));
        String forged = signing + "." + encoded(mac.doFinal(signing.getBytes(UTF_8)));

        // When
        Optional<Signed> signed = own.trusted().verify(forged);

        // Then
        assertThat(signed).isEmpty();
    }

    @Test
    void aChangedHeaderIsRefused() {
        // Given
        String detached = own.seal().signDetached(PAYLOAD, TYPE, Map.of("aud", "them"));
        String header = new String(Base64.getUrlDecoder().decode(detached.substring(0, detached.indexOf('.'))), UTF_8);
        String changed = encoded(header.replace("them", "us").getBytes(UTF_8)) + detached.substring(detached.indexOf('.'));

        // When
        Optional<Signed> signed = own.trusted().verifyDetached(changed, PAYLOAD);

        // Then
        assertThat(signed).isEmpty();
    }

    @Property(tries = 200)
    void whateverElseArrivesIsNoSignature(@ForAll String text) {
        assertThat(own.trusted().verify(text)).isEmpty();
        assertThat(own.trusted().verifyDetached(text, PAYLOAD)).isEmpty();
    }

    /** Sound base64url of headers that no library's author thought of. */
    @Property(tries = 500)
    void whateverStandsInTheHeaderIsNoSignature(@ForAll("headers") String header, @ForAll byte[] signature) {
        String jws = encoded(header.getBytes(UTF_8)) + "." + encoded(PAYLOAD) + "." + encoded(signature);

        assertThat(own.trusted().verify(jws)).isEmpty();
        assertThat(own.trusted().verifyDetached(encoded(header.getBytes(UTF_8)) + ".." + encoded(signature), PAYLOAD)).isEmpty();
    }

    @Provide
    Arbitrary<String> headers() {
        Arbitrary<String> value = Arbitraries.of("null", "1", "true", "[]", "{}", "\"one\"", "\"EdDSA\"", "\"none\"", "\"HS256\"", "\"\"", "[\"b64\"]",
                "\"DEF\"", "{\"kty\":\"OKP\"}", "1e400", "\"\\ud800\"", "[".repeat(5000), "\"x\",\"alg\":\"EdDSA\"");
        Arbitrary<String> name = Arbitraries.of("alg", "kid", "typ", "crit", "b64", "jwk", "x5c", "zip", "enc", "cty");
        return Combinators.combine(name, value).as((n, v) -> "\"" + n + "\":" + v).list().ofMaxSize(5)
                .map(members -> "{\"alg\":\"EdDSA\",\"kid\":\"one\"" + (members.isEmpty() ? "" : ",") + String.join(",", members) + "}");
    }

    @Property(tries = 500)
    void aSignatureThatIsChangedAnywhereIsNone(@ForAll @IntRange(min = 0, max = 10_000) int place, @ForAll char replacement) {
        // Given
        StringBuilder jws = new StringBuilder(own.seal().sign(PAYLOAD, TYPE));
        int at = place % jws.length();
        String before = jws.toString();

        // When
        jws.setCharAt(at, replacement);

        // Then: where the last character holds bits that mean nothing, the same bytes may be written in two ways
        Optional<Signed> signed = own.trusted().verify(jws.toString());
        assertThat(signed.isEmpty() || new String(signed.get().payload(), UTF_8).equals(new String(PAYLOAD, UTF_8))).isTrue();
        assertThat(own.trusted().verify(before)).isPresent();
    }

    @Test
    void keysAreUsedAsSoonAsTheirFileHasThem(@TempDir Path folder) throws IOException {
        // Given
        Path file = Files.writeString(folder.resolve("keys.json"), own.seal().publicKeys());
        TrustedKeys trusted = TrustedKeys.in(file);
        Keys next = Keys.fresh("next");
        String signed = next.seal().sign(PAYLOAD, TYPE);
        assertThat(trusted.verify(signed)).isEmpty();

        // When: another file under the same name, as a mounted secret changes
        Files.move(Files.writeString(folder.resolve("new.json"), next.seal().publicKeys()), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);

        // Then
        assertThat(trusted.verify(signed)).isPresent();
        assertThat(trusted.verify(own.seal().sign(PAYLOAD, TYPE))).isEmpty();
    }

    @Test
    void keysStayWhileTheirFileIsGoneOrNone(@TempDir Path folder) throws IOException {
        // Given
        Path file = Files.writeString(folder.resolve("keys.json"), own.seal().publicKeys());
        TrustedKeys trusted = TrustedKeys.in(file);
        String signed = own.seal().sign(PAYLOAD, TYPE);

        // When
        Files.writeString(file, "half of a fi");
        Optional<Signed> broken = trusted.verify(signed);
        Files.delete(file);
        Optional<Signed> gone = trusted.verify(signed);

        // Then
        assertThat(broken).isPresent();
        assertThat(gone).isPresent();
    }

    @Test
    void thePublishedKeysDoNotHoldThePrivateOne() {
        assertThat(own.seal().publicKeys()).contains("\"x\"").doesNotContain("\"d\"");
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
