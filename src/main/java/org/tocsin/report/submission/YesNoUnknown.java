package org.tocsin.report.submission;

import com.fasterxml.jackson.annotation.JsonProperty;

/** An answer that may not be known yet; not knowing is no reason to wait. */
public enum YesNoUnknown {

    @JsonProperty("yes") YES,
    @JsonProperty("no") NO,
    @JsonProperty("unknown") UNKNOWN
}
