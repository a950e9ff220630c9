package org.tocsin.report;

import org.tocsin.web.query.QueryParameter;

/** The parameters of the lists of reports, in the order in which the next part's address has them. */
enum ReportParameter implements QueryParameter {
    STATE("state", true),
    SEVERITY("severity", true),
    STAGE("stage", true),
    RECEIVED_FROM("receivedFrom", false),
    RECEIVED_TO("receivedTo", false),
    CHANGED_FROM("changedFrom", false),
    CHANGED_TO("changedTo", false),
    ASSET("asset", false),
    TEXT("text", false),
    ORGANISATION("organisation", false),
    LIMIT("limit", false),
    AFTER("after", false);

    private final String code;
    private final boolean repeatable;

    ReportParameter(String code, boolean repeatable) {
        this.code = code;
        this.repeatable = repeatable;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public boolean isRepeatable() {
        return repeatable;
    }
}
