package org.tocsin.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.client.EnrolledClients;
import org.tocsin.json.Json;
import org.tocsin.time.Now;

/** What must be right about a token whose times are wrong: everything else. */
class OddTokensTest {

    private static final String ISSUER = "https://identity.example/realms/tocsin";
    private static final Instant NOW = Instant.parse("2026-11-23T03:12:00Z");

    private final PublicJsonWebKey key = key("one");
    private final IssuerKeys issuer = mock(IssuerKeys.class);
    private final EnrolledClients clients = mock(EnrolledClients.class);
    private final OddTokens tokens = new OddTokens(issuer, clients, new Now(Clock.fixed(NOW, ZoneOffset.UTC)), "tocsin");

    @BeforeEach
    void anIssuerWithOneKeyAndASensor() throws IOException {
        when(issuer.get()).thenReturn(new IssuerKeys.Known(ISSUER, List.of(key), 0));
        when(clients.sensor(any())).thenReturn(Optional.empty());
        when(clients.sensor("sensor-1")).thenReturn(
                Optional.of(new EnrolledClients.Sensor("sensor-1", "org-a", Optional.empty(), Optional.empty())));
    }

    private static PublicJsonWebKey key(String id) {
        try {
            PublicJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId(id);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode expired() {
        ObjectNode claims = Json.MAPPER.createObjectNode()
                .put("iss", ISSUER)
                .put("azp", "sensor-1")
                .put("client_id", "sensor-1")
                .put("typ", "Bearer")
                .put("organisation", "org-a")
                .put("iat", NOW.getEpochSecond() - 1000)
                .put("exp", NOW.getEpochSecond() - 700);
        claims.putArray("aud").add("tocsin").add("account");
        claims.putObject("realm_access").putArray("roles").add("sensor");
        return claims;
    }

    private static String signed(ObjectNode claims, PublicJsonWebKey by) throws JoseException {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        jws.setKeyIdHeaderValue(by.getKeyId());
        jws.setKey(by.getPrivateKey());
        jws.setPayload(claims.toString());
        return jws.getCompactSerialization();
    }

    @Test
    void oneThatIsRightInAllElseIsTold() throws JoseException {
        // When
        Optional<OddToken> odd = tokens.read(signed(expired(), key));

        // Then
        assertThat(odd).get().extracting(OddToken::why).isEqualTo("expired");
        assertThat(odd.get().sensor().id()).isEqualTo("sensor-1");
    }

    static Stream<Consumer<ObjectNode>> spoilt() {
        return Stream.of(
                claims -> claims.put("iss", "https://identity.example/realms/other"),
                claims -> claims.remove("iss"),
                claims -> claims.putArray("aud").add("another"),
                claims -> claims.remove("aud"),
                claims -> claims.put("azp", "sensor-2"),
                claims -> claims.put("azp", "sensor-2").put("client_id", "sensor-2"),
                claims -> claims.remove("client_id"),
                claims -> claims.put("sid", "a person's session"),
                claims -> claims.remove("azp"),
                claims -> claims.put("typ", "ID"),
                claims -> claims.put("organisation", "org-b"),
                claims -> claims.remove("organisation"),
                claims -> claims.putObject("realm_access").putArray("roles").add("operator"),
                claims -> claims.remove("exp"),
                claims -> claims.put("exp", NOW.getEpochSecond() + 100));
    }

    @ParameterizedTest
    @MethodSource
    void spoilt(Consumer<ObjectNode> spoil) throws JoseException {
        // Given
        ObjectNode claims = expired();
        spoil.accept(claims);

        // When, Then
        assertThat(tokens.read(signed(claims, key))).isEmpty();
    }

    @Test
    void aSignatureByAnotherKeyIsNone() throws JoseException {
        assertThat(tokens.read(signed(expired(), key("one")))).isEmpty();
        assertThat(tokens.read(signed(expired(), key("two")))).isEmpty();
    }

    @Test
    void aSecretSignatureWithThePublicKeyIsNone() throws JoseException {
        // Given
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        jws.setKeyIdHeaderValue("one");
        jws.setKey(new HmacKey(key.getPublicKey().getEncoded()));
        jws.setPayload(expired().toString());

        // When, Then
        assertThat(tokens.read(jws.getCompactSerialization())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "a.b.c", "eyJhbGciOiJub25lIn0.e30."})
    void whatIsNoTokenIsNone(String text) {
        assertThat(tokens.read(text)).isEmpty();
    }

    @Test
    void withoutTheIssuersKeysNothingIsTold() throws IOException, JoseException {
        when(issuer.get()).thenThrow(new IOException("down"));

        assertThat(tokens.read(signed(expired(), key))).isEmpty();
    }
}
