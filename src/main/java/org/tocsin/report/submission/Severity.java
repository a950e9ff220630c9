package org.tocsin.report.submission;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How bad it is, in the sender's eyes. */
public enum Severity {

    @JsonProperty("critical") CRITICAL,
    @JsonProperty("high") HIGH,
    @JsonProperty("medium") MEDIUM,
    @JsonProperty("low") LOW,
    @JsonProperty("info") INFO
}
