package org.tocsin.asset;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.tocsin.json.WireWord;

/** What an asset is. */
public enum AssetKind {
    @JsonProperty("clock") CLOCK,
    @JsonProperty("time-server") TIME_SERVER,
    @JsonProperty("grandmaster") GRANDMASTER,
    @JsonProperty("boundary-clock") BOUNDARY_CLOCK,
    @JsonProperty("gnss-receiver") GNSS_RECEIVER,
    @JsonProperty("radio-transmitter") RADIO_TRANSMITTER,
    @JsonProperty("network-device") NETWORK_DEVICE,
    @JsonProperty("server") SERVER,
    @JsonProperty("workstation") WORKSTATION,
    @JsonProperty("mobile-device") MOBILE_DEVICE,
    @JsonProperty("service") SERVICE,
    @JsonProperty("site") SITE;

    /** Devices that a person carries or sits at: the way in, more often than the clock itself. */
    public boolean isStaffDevice() {
        return this == WORKSTATION || this == MOBILE_DEVICE;
    }

    /** What makes or hands on time, and so must have its risk assessed. */
    public boolean keepsTime() {
        return switch (this) {
            case CLOCK, TIME_SERVER, GRANDMASTER, BOUNDARY_CLOCK, GNSS_RECEIVER, RADIO_TRANSMITTER -> true;
            default -> false;
        };
    }

    /** The word used in JSON and in the database. */
    public String word() {
        return WireWord.of(this);
    }
}
