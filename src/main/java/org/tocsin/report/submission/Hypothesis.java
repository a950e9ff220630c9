package org.tocsin.report.submission;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the sender thinks is behind an observation. */
public enum Hypothesis {

    @JsonProperty("malicious") MALICIOUS,
    @JsonProperty("environmental") ENVIRONMENTAL,
    @JsonProperty("fault") FAULT,
    @JsonProperty("unknown") UNKNOWN
}
