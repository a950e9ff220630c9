package org.tocsin.seal;

import java.util.Map;

/**
 * What a good signature covers.
 *
 * @param header  the protected header's members
 * @param payload the signed bytes
 */
public record Signed(Map<String, Object> header, byte[] payload) {
}
