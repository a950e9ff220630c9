package org.tocsin.client;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a machine can be. People's roles are not given here. */
public enum ClientRole {

    @JsonProperty("sensor") SENSOR,
    @JsonProperty("peer") PEER,
    @JsonProperty("witness") WITNESS
}
