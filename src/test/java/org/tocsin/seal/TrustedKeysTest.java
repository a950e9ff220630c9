package org.tocsin.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jose4j.jwk.JsonWebKey;
import org.junit.jupiter.api.Test;

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

    @Test
    void thePublishedKeysDoNotHoldThePrivateOne() {
        assertThat(own.seal().publicKeys()).contains("\"x\"").doesNotContain("\"d\"");
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
