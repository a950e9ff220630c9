package org.tocsin.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How sure a liaison is of its own assessment, in the words that intelligence services use for it (ICD 203). */
public enum Confidence {

    @JsonProperty("low") LOW,
    @JsonProperty("moderate") MODERATE,
    @JsonProperty("high") HIGH
}
