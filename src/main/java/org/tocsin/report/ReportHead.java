package org.tocsin.report;

import java.util.List;
import org.tocsin.party.Compromised;
import org.tocsin.party.Organisation;

/**
 * A report with all that stands at its head.
 *
 * @param operators   what the operator's own inventory said; null when it was not asked
 * @param liaisons    what all inventories said; null for operators too
 * @param onBehalf    null when the operator filed it itself
 * @param compromised what of the organisation's is in someone else's hands, oldest first
 */
record ReportHead(Report report, Revision latest, Organisation organisation, Enriched operators, Enriched liaisons, OnBehalf onBehalf,
        List<Compromised> compromised) {
}
