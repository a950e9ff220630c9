package org.tocsin.draft;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which fields a form offers for each kind of observation, with their units. What it does not offer stays as it was. */
public final class ObservationFields {

    /**
     * One input.
     *
     * @param name  its place below the observation
     * @param kind  text, area, time, choice, number
     * @param unit  empty when it has none
     * @param words of a choice, as on the wire
     */
    public record Field(String name, String kind, String unit, List<String> words) {

        /** By which words and hints are found. */
        public String key() {
            return name.replace('/', '_');
        }
    }

    static final List<String> KINDS = List.of("clock", "ntp", "ptp", "gnss", "change", "device", "generic");

    private static final List<Field> SHARED = fields("asset", "observedAt/from:time", "observedAt/to:time");
    private static final List<Field> ALSO = fields("reference", "uncertaintySeconds:number:s", "method",
            "hypothesis:choice::malicious environmental fault unknown", "note:area", "raw:area");

    private static final Map<String, List<Field>> OWN = Map.of(
            "clock", fields("offsetSeconds:number:s", "onset:choice::step ramp unknown", "frequencyPpm:number:ppm",
                    "holdover/state:choice::locked holdover out-of-specification free-running", "holdover/since:time",
                    "leapIndicator:number", "taiMinusUtcSeconds:number:s"),
            "ntp", fields("offsetSeconds:number:s", "stratum:number", "refid", "reach", "delaySeconds:number:s", "jitterSeconds:number:s",
                    "rootDispersionSeconds:number:s", "leapIndicator:number", "kissCode", "authentication:choice::none symmetric autokey nts"),
            "ptp", fields("offsetFromMasterSeconds:number:s", "meanPathDelaySeconds:number:s", "profile", "domain:number",
                    "portState:choice::INITIALIZING FAULTY DISABLED LISTENING PRE_MASTER MASTER PASSIVE UNCALIBRATED SLAVE",
                    "stepsRemoved:number", "grandmasterBefore/clockIdentity", "grandmasterBefore/clockClass:number",
                    "grandmasterAfter/clockIdentity", "grandmasterAfter/clockClass:number", "grandmasterAfter/address", "utcOffsetSeconds:number:s"),
            "gnss", fields("fixMode:choice::none time-only 2d 3d simulated", "satellitesSeen:number", "satellitesUsed:number",
                    "cn0DbHz:number:dBHz", "agcDb:number:dB", "jamIndicator:number",
                    "spoofIndicator:choice::none suspected detected unknown", "antenna:choice::ok open short unknown",
                    "positionDeviationMetres:number:m", "offsetSeconds:number:s", "leapSeconds:number:s"),
            "change", fields("item", "before:area", "after:area", "changedAt:time", "account", "sourceIp",
                    "authorised:choice::yes no unknown", "changeTicket"),
            "device", fields("kind:choice::phone tablet laptop workstation token other", "holder", "model", "system",
                    "managed:choice::yes no", "vector:area", "firstSignAt:time", "credentialsExposed:choice::yes no",
                    "isolated:choice::yes no unknown", "administers:area"),
            "generic", fields("summary:area"));

    private ObservationFields() {
    }

    /** What is asked first: what it is about, then what fits its kind, then what all share. */
    static List<Field> of(String kind) {
        return Stream.of(SHARED, OWN.getOrDefault(kind, List.of()), ALSO).flatMap(List::stream).toList();
    }

    private static List<Field> fields(String... written) {
        return Stream.of(written).map(ObservationFields::field).toList();
    }

    private static Field field(String written) {
        String[] parts = written.split(":", 4);
        return new Field(parts[0], parts.length > 1 ? parts[1] : "text", parts.length > 2 ? parts[2] : "",
                parts.length > 3 ? List.of(parts[3].split(" ")) : List.of());
    }
}
