package org.tocsin.report.submission;

import com.fasterxml.jackson.annotation.JsonProperty;

/** State of a PTP port, IEEE 1588. */
public enum PortState {

    @JsonProperty("INITIALIZING") INITIALIZING,
    @JsonProperty("FAULTY") FAULTY,
    @JsonProperty("DISABLED") DISABLED,
    @JsonProperty("LISTENING") LISTENING,
    @JsonProperty("PRE_MASTER") PRE_MASTER,
    @JsonProperty("MASTER") MASTER,
    @JsonProperty("PASSIVE") PASSIVE,
    @JsonProperty("UNCALIBRATED") UNCALIBRATED,
    @JsonProperty("SLAVE") SLAVE
}
