package org.tocsin.report;

import java.util.List;
import org.tocsin.asset.Snapshot;

/**
 * What a liaison sees beside a report.
 *
 * @param assets         from all organisations' inventories
 * @param relatedReports of the last 90 days, on the same assets, their time sources or those who administer them
 */
record LiaisonView(Snapshot assets, List<RelatedReport> relatedReports) {
}
