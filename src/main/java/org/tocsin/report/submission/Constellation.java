package org.tocsin.report.submission;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A satellite navigation system. */
public enum Constellation {

    @JsonProperty("GPS") GPS,
    @JsonProperty("Galileo") GALILEO,
    @JsonProperty("GLONASS") GLONASS,
    @JsonProperty("BeiDou") BEIDOU,
    @JsonProperty("QZSS") QZSS,
    @JsonProperty("NavIC") NAVIC,
    @JsonProperty("SBAS") SBAS
}
