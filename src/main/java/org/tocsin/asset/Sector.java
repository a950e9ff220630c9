package org.tocsin.asset;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tocsin.json.WireWord;

/** Whom an asset serves; the sectors of NIS2 annexes I and II, coarser, with timekeeping as its own. */
@Schema(name = "AssetSector")
public enum Sector {
    @JsonProperty("timekeeping") TIMEKEEPING,
    @JsonProperty("telecoms") TELECOMS,
    @JsonProperty("finance") FINANCE,
    @JsonProperty("transport") TRANSPORT,
    @JsonProperty("energy") ENERGY,
    @JsonProperty("water") WATER,
    @JsonProperty("health") HEALTH,
    @JsonProperty("digital-infrastructure") DIGITAL_INFRASTRUCTURE,
    @JsonProperty("public-administration") PUBLIC_ADMINISTRATION,
    @JsonProperty("broadcasting") BROADCASTING,
    @JsonProperty("space") SPACE,
    @JsonProperty("research") RESEARCH,
    @JsonProperty("food") FOOD,
    @JsonProperty("manufacturing") MANUFACTURING,
    @JsonProperty("other") OTHER;

    public String word() {
        return WireWord.of(this);
    }

    static Sector of(String word) {
        return WireWord.parse(Sector.class, word);
    }
}
