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
     * @param kind  text, area, time, choice, boxes, number; satellites and measures for rows of those
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

    private static final List<Field> SHARED = fields("asset", "observedAt/from:time", "observedAt/to:time",
            "timescale:choice::UTC UTC(k) TAI GPST GST BDT GLONASST local");
    private static final List<Field> ALSO = fields("reference", "uncertaintySeconds:number:s", "method",
            "hypothesis:choice::malicious environmental fault unknown", "note:area", "raw:area");

    private static final Map<String, List<Field>> OWN = Map.of(
            "clock", fields("offsetSeconds:number:s", "onset:choice::step ramp unknown", "frequencyPpm:number:ppm",
                    "holdover/state:choice::locked holdover out-of-specification free-running", "holdover/since:time",
                    "holdover/specifiedSeconds:number:s",
                    "leapIndicator:number", "taiMinusUtcSeconds:number:s", "timeErrorSeconds:number:s", "mtieSeconds:number:s",
                    "tdevSeconds:number:s", "tauSeconds:number:s"),
            "ntp", fields("offsetSeconds:number:s", "stratum:number", "refid", "reach", "delaySeconds:number:s", "dispersionSeconds:number:s",
                    "jitterSeconds:number:s", "rootDelaySeconds:number:s", "rootDispersionSeconds:number:s", "frequencyPpm:number:ppm",
                    "pollExponent:number", "leapIndicator:number", "kissCode", "authentication:choice::none symmetric autokey nts"),
            "ptp", fields("offsetFromMasterSeconds:number:s", "meanPathDelaySeconds:number:s", "profile", "domain:number",
                    "portState:choice::INITIALIZING FAULTY DISABLED LISTENING PRE_MASTER MASTER PASSIVE UNCALIBRATED SLAVE",
                    "stepsRemoved:number", "grandmasterBefore/clockIdentity", "grandmasterBefore/priority1:number", "grandmasterBefore/clockClass:number", "grandmasterBefore/clockAccuracy",
                    "grandmasterBefore/offsetScaledLogVariance:number", "grandmasterBefore/priority2:number", "grandmasterBefore/address",
                    "grandmasterAfter/clockIdentity", "grandmasterAfter/priority1:number", "grandmasterAfter/clockClass:number", "grandmasterAfter/clockAccuracy",
                    "grandmasterAfter/offsetScaledLogVariance:number", "grandmasterAfter/priority2:number", "grandmasterAfter/address",
                    "timeTraceable:choice::yes no", "frequencyTraceable:choice::yes no", "sequenceId:number", "utcOffsetSeconds:number:s"),
            "gnss", fields("constellations:boxes::GPS Galileo GLONASS BeiDou QZSS NavIC SBAS", "fixMode:choice::none time-only 2d 3d simulated", "satellitesSeen:number", "satellitesUsed:number",
                    "satellites:satellites", "cn0DbHz:number:dBHz", "pdop:number", "tdop:number", "agcDb:number:dB", "jamIndicator:number",
                    "spoofIndicator:choice::none suspected detected unknown", "antenna:choice::ok open short unknown",
                    "positionDeviationMetres:number:m", "positionHold:choice::yes no",
                    "traim:choice::passed failed off unknown", "osnma:choice::passed failed off unknown", "offsetSeconds:number:s",
                    "ppsQuantisationSeconds:number:s", "leapSeconds:number:s"),
            "change", fields("item", "before:area", "after:area", "changedAt:time", "account", "sourceIp",
                    "authorised:choice::yes no unknown", "changeTicket"),
            "device", fields("kind:choice::phone tablet laptop workstation token other", "holder", "model", "system",
                    "managed:choice::yes no", "vector:area", "firstSignAt:time", "credentialsExposed:choice::yes no",
                    "isolated:choice::yes no unknown", "administers:area"),
            "generic", fields("summary:area", "measures:measures"));

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
