package org.tocsin.report.submission;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One thing that was seen or measured. The unit is in each field's name, and there is one sign everywhere: local minus
 * reference, so a positive offset means that the local clock is ahead.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
        @JsonSubTypes.Type(name = "ntp", value = NtpObservation.class),
        @JsonSubTypes.Type(name = "ptp", value = PtpObservation.class),
        @JsonSubTypes.Type(name = "gnss", value = GnssObservation.class),
        @JsonSubTypes.Type(name = "clock", value = ClockObservation.class),
        @JsonSubTypes.Type(name = "change", value = ChangeObservation.class),
        @JsonSubTypes.Type(name = "device", value = DeviceObservation.class),
        @JsonSubTypes.Type(name = "generic", value = GenericObservation.class)})
@Schema(description = "Something seen or measured. One sign everywhere: local minus reference",
        oneOf = {NtpObservation.class, PtpObservation.class, GnssObservation.class, ClockObservation.class,
                ChangeObservation.class, DeviceObservation.class, GenericObservation.class},
        discriminatorProperty = "type",
        discriminatorMapping = {
                @DiscriminatorMapping(value = "ntp", schema = NtpObservation.class),
                @DiscriminatorMapping(value = "ptp", schema = PtpObservation.class),
                @DiscriminatorMapping(value = "gnss", schema = GnssObservation.class),
                @DiscriminatorMapping(value = "clock", schema = ClockObservation.class),
                @DiscriminatorMapping(value = "change", schema = ChangeObservation.class),
                @DiscriminatorMapping(value = "device", schema = DeviceObservation.class),
                @DiscriminatorMapping(value = "generic", schema = GenericObservation.class)})
public sealed interface Observation permits NtpObservation, PtpObservation, GnssObservation, ClockObservation,
        ChangeObservation, DeviceObservation, GenericObservation {

    /** Which asset, when, against what: the part that all types share. */
    Sighting seen();
}
