package org.tocsin.incident;

import java.util.List;

/**
 * What a report has to do with others, in liaisons' eyes.
 *
 * @param incident what is handled together with it, the leading one first, itself among them; empty when it is handled by itself
 * @param links    oldest first
 */
record Connections(List<IncidentView> incident, List<LinkView> links) {
}
