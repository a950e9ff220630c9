package org.tocsin.report;

import org.tocsin.party.Caller;
import org.tocsin.web.ETag;

/** The entity tag of a report: its version, and for whom it is, since liaisons and auditors see more than operators. */
final class ReportTag {

    private ReportTag() {
    }

    static ETag of(int version, Caller reader) {
        return new ETag(version + (reader.seesAll() ? ".liaison" : ".operator"));
    }
}
