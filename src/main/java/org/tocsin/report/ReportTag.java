package org.tocsin.report;

import org.tocsin.json.Json;
import org.tocsin.party.Caller;
import org.tocsin.conditional.ETag;

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
        return reader.seesAll() ? ofLiaisons(version) : new ETag(version + ".operator");
    }

    public static ETag ofLiaisons(int version) {
        return new ETag(version + ".liaison");
    }
}
