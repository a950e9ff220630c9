package org.tocsin.triage;

import java.util.Locale;
import org.tocsin.web.query.QueryParameter;

/** What the address of the liaison's queue may say: which reports, and which of them an act was just tried on. */
enum QueueParameter implements QueryParameter {
    STATE(true), SEVERITY(true), STAGE(true), ORGANISATION(false), HOLDER(false), TEXT(false), AFTER(false), CLAIMED(true), MERGED(true);

    private final boolean repeatable;

    QueueParameter(boolean repeatable) {
        this.repeatable = repeatable;
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean isRepeatable() {
        return repeatable;
    }
}
