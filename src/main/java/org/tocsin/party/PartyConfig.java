package org.tocsin.party;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Map;

@ConfigMapping(prefix = "tocsin.organisations")
interface PartyConfig {

    /** The organisations known from the start, by the id that tokens carry. Existing ones are left as they are. */
    @WithParentName
    Map<String, Known> organisations();

    interface Known {
        String name();
    }
}
