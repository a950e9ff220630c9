package org.tocsin.report.submission;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Traffic Light Protocol 2.0 (first.org): how far a report may be passed on. Capitals, no spaces, never translated.
 */
public enum Tlp {

    @JsonProperty("TLP:RED") RED,
    @JsonProperty("TLP:AMBER+STRICT") AMBER_STRICT,
    @JsonProperty("TLP:AMBER") AMBER,
    @JsonProperty("TLP:GREEN") GREEN,
    @JsonProperty("TLP:CLEAR") CLEAR
}
