package org.tocsin.delivery.channel;

import java.util.UUID;

/**
 * What goes out.
 *
 * @param deliveryId  the same at every attempt
 * @param destination its name in the configuration
 * @param document    the exact bytes
 */
public record Parcel(UUID deliveryId, String destination, byte[] document) {
}
