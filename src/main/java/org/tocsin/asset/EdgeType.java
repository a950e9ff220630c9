package org.tocsin.asset;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Set;
import org.tocsin.json.WireWord;

/** How one asset leans on another. The edge stands with the asset that leans, but for {@link #ADMINISTERS}. */
public enum EdgeType {
    @JsonProperty("takes-time-from") TAKES_TIME_FROM,
    @JsonProperty("depends-on") DEPENDS_ON,
    @JsonProperty("hosted-on") HOSTED_ON,
    @JsonProperty("managed-by") MANAGED_BY,
    @JsonProperty("administers") ADMINISTERS;

    /** Along these, trouble goes from the target to the asset that has the edge. */
    static final Set<EdgeType> CARRY_TROUBLE = Set.of(TAKES_TIME_FROM, DEPENDS_ON, HOSTED_ON);

    /** Along these, time comes: what runs on a host has the host's time. */
    static final Set<EdgeType> CARRY_TIME = Set.of(TAKES_TIME_FROM, HOSTED_ON);

    public String word() {
        return WireWord.of(this);
    }

    static EdgeType of(String word) {
        return WireWord.parse(EdgeType.class, word);
    }
}
