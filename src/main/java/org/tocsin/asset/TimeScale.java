package org.tocsin.asset;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The time scale that an asset shows. UTC(k) is a laboratory's own realisation of UTC. */
@Schema(name = "AssetTimeScale")
public enum TimeScale {
    @JsonProperty("UTC") UTC,
    @JsonProperty("UTC(k)") UTC_K,
    @JsonProperty("TAI") TAI,
    @JsonProperty("GPST") GPST,
    @JsonProperty("GST") GST,
    @JsonProperty("BDT") BDT,
    @JsonProperty("GLONASST") GLONASST,
    @JsonProperty("local") LOCAL
}
