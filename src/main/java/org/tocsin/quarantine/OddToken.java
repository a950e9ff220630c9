package org.tocsin.quarantine;

import com.fasterxml.jackson.databind.JsonNode;
import org.tocsin.client.EnrolledClients.Sensor;

/**
 * A token that is right in everything but its times.
 *
 * @param why what is wrong with them, by our clock
 */
record OddToken(Sensor sensor, JsonNode claims, TokenTimes times, String why) {
}
