package org.tocsin.peer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Base64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.local.StackResource;

/** Whatever a peer sends as its signature: it is refused, and nothing fails on our side. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class HostileSignatureTest {

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", ".", "..", "...", "....", "a.b", "!!.!!.!!"})
    void textThatIsNoSignatureIsRefused(String signature) {
        assertThat(Handing.over(Documents.bytes(Documents.sound())).with("Tocsin-Signature", signature).send().refusal())
                .isEqualTo("422 bad-signature");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "7", "{}", "{\"alg\":null}", "{\"alg\":7}", "{\"alg\":\"none\"}", "{\"alg\":\"EdDSA\"}",
            "{\"alg\":\"EdDSA\",\"kid\":null}", "{\"alg\":\"EdDSA\",\"kid\":7}", "{\"alg\":\"EdDSA\",\"kid\":[]}", "{\"alg\":\"EdDSA\",\"crit\":[\"b64\"],\"b64\":false}",
            "{\"alg\":\"EdDSA\",\"crit\":7}", "{\"alg\":\"HS256\",\"kid\":\"x\"}", "{\"alg\":\"EdDSA\",\"alg\":\"none\"}", "{\"alg\":\"EdDSA\",\"jwk\":{\"kty\":\"oct\"}}",
            "{\"a\":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["})
    void headersThatNoAuthorThoughtOfAreRefused(String header) {
        assertThat(Handing.over(Documents.bytes(Documents.sound())).with("Tocsin-Signature", encoded(header) + ".." + encoded("x".repeat(64))).send().refusal())
                .isEqualTo("422 bad-signature");
    }
}
