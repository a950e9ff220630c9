package org.tocsin.report;

import java.time.Instant;
import java.util.List;

/**
 * An earlier report that has something in common with this one.
 *
 * @param shared what they have in common, as {@code organisation/ref}
 */
public record RelatedReport(String id, String reference, String organisation, String title, Instant receivedAt,
        List<String> shared) {
}
