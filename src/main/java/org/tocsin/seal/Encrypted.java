package org.tocsin.seal;

/**
 * A secret as it is stored.
 *
 * @param keyId which key encrypted it
 * @param bytes nonce, ciphertext and tag of AES-256-GCM
 */
public record Encrypted(String keyId, byte[] bytes) {
}
