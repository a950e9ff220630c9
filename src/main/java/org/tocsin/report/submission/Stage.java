package org.tocsin.report.submission;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where in its life a report stands; NIS2 Art. 23(4)(a)–(d), and reports that nobody has to make (Art. 30). */
public enum Stage {

    @JsonProperty("early-warning") EARLY_WARNING,
    @JsonProperty("notification") NOTIFICATION,
    @JsonProperty("intermediate") INTERMEDIATE,
    @JsonProperty("final") FINAL,
    @JsonProperty("voluntary") VOLUNTARY
}
