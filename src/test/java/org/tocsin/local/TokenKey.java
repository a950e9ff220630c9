package org.tocsin.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Base64;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/**
 * The key that signs tokens in a stack for tests. Keycloak gets it with the realm, so whoever verifies by the realm's keys takes both its
 * tokens and those that a test signs. It is made with the stack's other keys and is nowhere else.
 */
record TokenKey(SigningKey key) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROVIDERS = "org.keycloak.keys.KeyProvider";

    /** The providers of keys for a realm. Once one is named, Keycloak makes none by itself. */
    ObjectNode providers() {
        ObjectNode components = JSON.createObjectNode();
        ArrayNode providers = components.putArray(PROVIDERS);
        add(providers, "tokens of tests", "rsa").set("privateKey", one(pem()));
        add(providers, "refresh tokens", "hmac-generated").set("algorithm", one("HS512"));
        add(providers, "codes", "aes-generated");
        return components;
    }

    private static ObjectNode add(ArrayNode providers, String name, String kind) {
        ObjectNode config = providers.addObject().put("name", name).put("providerId", kind).putObject("config");
        config.set("priority", one("100"));
        return config;
    }

    private static ArrayNode one(String value) {
        return JSON.createArrayNode().add(value);
    }

    String sign(JwtClaims claims) {
        PublicJsonWebKey pair = key.read();
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue(pair.getAlgorithm());
        jws.setHeader("typ", "JWT");
        jws.setKeyIdHeaderValue(id(pair.getPublicKey()));
        jws.setKey(pair.getPrivateKey());
        jws.setPayload(claims.toJson());
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The `kid` that Keycloak gives an imported key. */
    private static String id(PublicKey key) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(MessageDigest.getInstance("SHA-256").digest(key.getEncoded()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String pem() {
        try {
            return Files.readString(key.pem(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
