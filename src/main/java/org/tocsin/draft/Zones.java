package org.tocsin.draft;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;

/**
 * The zones that a form offers. What they are off from UTC depends on the day that is typed, so that only UTC says it; the one
 * that was chosen last is offered first for the next time.
 */
public final class Zones {

    public record Zone(String id, String label) {
    }

    /** Of a draft; it is not a part of what is sent. */
    static final String LAST = "/lastZone";

    private static final String UTC = "UTC";
    private static final List<String> OFFERED = List.of(UTC, "Europe/London", "Europe/Berlin", "Europe/Athens", "Europe/Moscow",
            "Africa/Johannesburg", "Asia/Dubai", "Asia/Kolkata", "Asia/Bangkok", "Asia/Shanghai", "Asia/Tokyo", "Australia/Sydney",
            "Pacific/Auckland", "America/Sao_Paulo", "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles");

    private Zones() {
    }

    static List<Zone> all() {
        return OFFERED.stream().map(id -> new Zone(id, name(id))).toList();
    }

    static String name(String id) {
        return id.substring(id.indexOf('/') + 1).replace('_', ' ');
    }

    /** Of the time at a place: its own; where no time stands yet, the one that was chosen last. */
    static String shown(Typed typed, String place) {
        boolean empty = (typed.text(place + "/date") + typed.text(place + "/time")).isBlank();
        String chosen = typed.text(empty ? LAST : place + "/zone");
        return chosen.isEmpty() ? UTC : chosen;
    }

    /** Before what a form says is taken. */
    static void remember(Typed typed, MultivaluedMap<String, String> form) {
        form.keySet().stream().filter(name -> name.endsWith("/zone")).sorted()
                .filter(name -> OFFERED.contains(form.getFirst(name)))
                .filter(name -> !form.getFirst(name).equals(shown(typed, name.substring(0, name.length() - "/zone".length()))))
                .map(form::getFirst).reduce((first, last) -> last).ifPresent(zone -> typed.put(LAST, zone));
    }
}
