package org.tocsin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * A key that signs, in three files: the private JWK, the same as PEM (PKCS#8), and the public JWKS for whoever verifies.
 *
 * @param jwk  the private key with its public half and its `kid`
 * @param pem  the private key alone
 * @param jwks the public key alone, in a set
 */
public record SigningKey(Path jwk, Path pem, Path jwks) {

    static SigningKey ed25519(Path directory, String name) {
        return at(directory, name, () -> OkpJwkGenerator.generateJwk(OctetKeyPairJsonWebKey.SUBTYPE_ED25519), AlgorithmIdentifiers.EDDSA);
    }

    static SigningKey p256(Path directory, String name) {
        return at(directory, name, () -> EcJwkGenerator.generateJwk(EllipticCurves.P256), AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
    }

    /** The only kind that Keycloak takes in from outside. */
    static SigningKey rsa2048(Path directory, String name) {
        return at(directory, name, () -> RsaJwkGenerator.generateJwk(2048), AlgorithmIdentifiers.RSA_USING_SHA256);
    }

    private static SigningKey at(Path directory, String name, Generator generator, String algorithm) {
        SigningKey files = new SigningKey(directory.resolve(name + ".jwk.json"), directory.resolve(name + ".key"),
                directory.resolve(name + ".jwks.json"));
        try {
            if (!Files.exists(files.jwk)) {
                PublicJsonWebKey key = generator.generate();
                key.setKeyId(key.calculateBase64urlEncodedThumbprint("SHA-256"));
                key.setUse("sig");
                key.setAlgorithm(algorithm);
                // The other two files follow from this one, whenever they are missing.
                Pem.write(files.jwk, key.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
            }
            PublicJsonWebKey key = files.read();
            if (!Files.exists(files.pem)) {
                Pem.write(files.pem, key.getPrivateKey());
            }
            if (!Files.exists(files.jwks)) {
                Pem.write(files.jwks, new JsonWebKeySet(key).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY));
            }
            return files;
        } catch (JoseException e) {
            throw new IllegalStateException("Could not make the key " + name, e);
        }
    }

    public PublicJsonWebKey read() {
        try {
            return PublicJsonWebKey.Factory.newPublicJwk(Files.readString(jwk));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JoseException e) {
            throw new IllegalStateException(jwk + " is no private JWK", e);
        }
    }

    public String publicKeys() {
        try {
            return Files.readString(jwks);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Generator {
        PublicJsonWebKey generate() throws JoseException;
    }
}
