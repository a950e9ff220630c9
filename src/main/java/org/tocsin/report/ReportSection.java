package org.tocsin.report;

import io.quarkus.qute.TemplateInstance;
import java.util.Optional;
import org.tocsin.party.Caller;

/** A slot in the report's page: the rooms above show their part of the story there. */
public interface ReportSection {

    enum Place {
        /** Beside the facts: what the reader can do. */
        ASIDE,
        /** Below the facts: what happened. */
        BELOW
    }

    Place place();

    /** The lower, the further up. */
    int order();

    /** What links to the section name; unique on the page. */
    String id();

    String title();

    /** @return nothing when this reader has nothing to see or do here */
    Optional<TemplateInstance> show(Caller caller, ReportView report);
}
