package org.tocsin.delivery;

/**
 * What a destination would get.
 *
 * @param document the exact bytes
 * @param last     what it got last of this report, whether or not it has arrived; null when it got nothing yet
 */
public record Draft(String destination, byte[] document, Delivery last) {
}
