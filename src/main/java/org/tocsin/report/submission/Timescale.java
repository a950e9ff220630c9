package org.tocsin.report.submission;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The scale that a time is told in. An offset of exactly 37, 18, 19 or 4 s is a mix-up of two of them. */
public enum Timescale {

    @JsonProperty("UTC") UTC,
    @JsonProperty("UTC(k)") UTC_K,
    @JsonProperty("TAI") TAI,
    @JsonProperty("GPST") GPST,
    @JsonProperty("GST") GST,
    @JsonProperty("BDT") BDT,
    @JsonProperty("GLONASST") GLONASST,
    @JsonProperty("local") LOCAL
}
