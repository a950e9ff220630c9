package org.tocsin.asset;

import com.fasterxml.jackson.annotation.JsonProperty;

/** By what an asset can be recognised, beside its organisation's own name for it. */
public enum IdentifierKind {
    @JsonProperty("hostname") HOSTNAME,
    @JsonProperty("ip") IP,
    @JsonProperty("clockIdentity") CLOCK_IDENTITY,
    @JsonProperty("serial") SERIAL,
    @JsonProperty("mac") MAC
}
