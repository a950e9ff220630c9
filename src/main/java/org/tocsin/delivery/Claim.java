package org.tocsin.delivery;

import java.util.UUID;
import org.tocsin.delivery.channel.Parcel;

/**
 * The right to try once and to write down how it went.
 *
 * @param fence the claim's number: a later claim voids this one
 */
record Claim(UUID deliveryId, UUID report, long fence, int attempt, Parcel parcel) {
}
