package org.tocsin.draft;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import org.tocsin.problem.Fault;
import org.tocsin.web.Moments;

/**
 * Hours that the clocks of a zone showed twice, or skipped, when they were changed. Which moment is meant only the person
 * knows who typed it: it is asked for, not guessed.
 */
final class ClockChanges {

    private ClockChanges() {
    }

    /** The same faults; where the clocks were changed, with what there is to choose from. */
    static List<Fault> told(Typed typed, List<Fault> faults) {
        return faults.stream().map(fault -> {
            JsonNode time = typed.tree().at(fault.pointer());
            return TypedTime.change(time).map(change -> told(fault.pointer(), time, change)).orElse(fault);
        }).toList();
    }

    private static Fault told(String pointer, JsonNode time, ZoneOffsetTransition change) {
        String zone = Zones.name(time.path(TypedTime.ZONE).asText());
        if (change.isGap()) {
            return new Fault(pointer, "hour-skipped", "The clocks skipped this hour.",
                    zone, Moments.words(change.getInstant()), words(change.getOffsetBefore()), words(change.getOffsetAfter()));
        }
        LocalDateTime typed = TypedTime.local(time);
        return new Fault(pointer, "hour-twice", "The clocks showed this hour twice.",
                zone, in(typed, change.getOffsetBefore()), words(change.getOffsetBefore()),
                in(typed, change.getOffsetAfter()), words(change.getOffsetAfter()));
    }

    private static String in(LocalDateTime typed, ZoneOffset offset) {
        return Moments.words(typed.toInstant(offset));
    }

    private static String words(ZoneOffset offset) {
        return offset.equals(ZoneOffset.UTC) ? "UTC" : "UTC" + offset;
    }
}
