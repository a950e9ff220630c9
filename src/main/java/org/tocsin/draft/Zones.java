package org.tocsin.draft;

import jakarta.ws.rs.core.MultivaluedMap;
import org.tocsin.web.TypedMoment;

/** Of the zones that a form offers, the one that was chosen last is chosen for the next time too. */
final class Zones {

    /** Of a draft; it is not a part of what is sent. */
    static final String LAST = "/lastZone";

    private static final String UTC = "UTC";

    private Zones() {
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
                .filter(name -> isOffered(form.getFirst(name)))
                .filter(name -> !form.getFirst(name).equals(shown(typed, name.substring(0, name.length() - "/zone".length()))))
                .map(form::getFirst).reduce((first, last) -> last).ifPresent(zone -> typed.put(LAST, zone));
    }

    private static boolean isOffered(String id) {
        return TypedMoment.offered().stream().anyMatch(zone -> zone.id().equals(id));
    }
}
