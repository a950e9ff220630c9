package org.tocsin.report;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.tocsin.web.WireWords;

/** Says in words what happened: as the room says it that wrote it, otherwise by its type. */
@ApplicationScoped
public class TimelineSentences {

    private final List<TimelineWords> words;

    TimelineSentences(@All List<TimelineWords> words) {
        this.words = words;
    }

    public String of(TimelineView entry) {
        if (entry.erased() != null) {
            return WireWords.spoken(entry.type().replace('.', '-')) + ". What else was noted of it is erased";
        }
        return words.stream().map(room -> room.sentence(entry)).flatMap(Optional::stream).findFirst()
                .orElseGet(() -> WireWords.spoken(entry.type().replace('.', '-')));
    }
}
