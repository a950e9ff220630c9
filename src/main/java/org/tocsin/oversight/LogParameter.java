package org.tocsin.oversight;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.tocsin.web.query.QueryParameter;

/** The parameters of a search through the log, in the order in which the next part's address has them. */
enum LogParameter implements QueryParameter {
    REPORT, ACTOR, TYPE, ORGANISATION, FROM, TO, LIMIT, AFTER;

    /** What narrows the search; the other two say which part of it. */
    static final Set<LogParameter> FILTERS = EnumSet.range(REPORT, TO);

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }
}
