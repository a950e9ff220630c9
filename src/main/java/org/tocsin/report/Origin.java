package org.tocsin.report;

import java.util.UUID;

/**
 * Where a report that another system handed over came from.
 *
 * @param peer     the system's client id
 * @param report   the report's id there
 * @param operator who reported it there, by name
 */
public record Origin(String peer, UUID report, String operator) {
}
