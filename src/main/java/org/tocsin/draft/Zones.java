package org.tocsin.draft;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** The zones that a form offers, with what they are off from UTC now. */
public final class Zones {

    public record Zone(String id, String label) {
    }

    private static final List<String> OFFERED = List.of("UTC", "Europe/London", "Europe/Berlin", "Europe/Athens", "Europe/Moscow",
            "Africa/Johannesburg", "Asia/Dubai", "Asia/Kolkata", "Asia/Bangkok", "Asia/Shanghai", "Asia/Tokyo", "Australia/Sydney",
            "Pacific/Auckland", "America/Sao_Paulo", "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles");

    private Zones() {
    }

    static List<Zone> at(Instant now) {
        return OFFERED.stream().map(id -> new Zone(id, label(id, now))).toList();
    }

    private static String label(String id, Instant now) {
        return id.equals("UTC") ? "UTC" : id.substring(id.indexOf('/') + 1).replace('_', ' ')
                + " (UTC" + ZoneId.of(id).getRules().getOffset(now) + ")";
    }
}
