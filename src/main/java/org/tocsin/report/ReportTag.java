package org.tocsin.report;

import org.tocsin.json.Json;
import org.tocsin.party.Caller;
import org.tocsin.web.ETag;

/** The entity tag of a report: its version, and for whom it is, since liaisons and auditors see more than operators. */
public final class ReportTag {

    private ReportTag() {
    }

    /** What liaisons see of the operator besides is in theirs too: it may change while the report does not. */
    static ETag of(ReportView report, Caller reader) {
        ETag plain = of(report.version(), reader);
        return report.liaison() == null || report.liaison().compromise() == null ? plain
                : new ETag(plain.value() + "." + Json.MAPPER.valueToTree(report.liaison().compromise()).toString().hashCode());
    }

    public static ETag of(int version, Caller reader) {
        return new ETag(version + (reader.seesAll() ? ".liaison" : ".operator"));
    }
}
