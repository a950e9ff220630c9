package org.tocsin.asset;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tocsin.json.WireWord;
import org.tocsin.problem.Problem;

/** What an inventory, or the care for what is in it, may lack. */
@Schema(name = "AssetGap", description = "risk: it keeps time and has no current risk assessment; posture: a staff device that is not kept as it "
        + "should be; unlisted: a report named it and nobody listed it")
public enum Gap {
    @JsonProperty("risk") RISK,
    @JsonProperty("posture") POSTURE,
    @JsonProperty("unlisted") UNLISTED;

    static Gap of(String word) {
        return Arrays.stream(values()).filter(gap -> WireWord.of(gap).equals(word)).findFirst()
                .orElseThrow(() -> new Problem(400, "bad-parameter", "Unusable parameter", "gap is one of "
                        + Arrays.stream(values()).map(WireWord::of).collect(Collectors.joining(", ")) + "."));
    }
}
