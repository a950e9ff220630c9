package org.tocsin.peer;

/**
 * A submission as it came over the wire.
 *
 * @param deliveryId    the Idempotency-Key header
 * @param contentDigest the Content-Digest header
 * @param signature     the Tocsin-Signature header
 * @param document      the body
 */
record Handover(String deliveryId, String contentDigest, String signature, byte[] document) {
}
