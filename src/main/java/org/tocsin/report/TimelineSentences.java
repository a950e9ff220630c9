package org.tocsin.report;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.tocsin.web.Speech;
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
            return Speech.of("told_erased", byType(entry));
        }
        return words.stream().map(room -> room.sentence(entry)).flatMap(Optional::stream).findFirst()
                .orElseGet(() -> byType(entry));
    }

    private static String byType(TimelineView entry) {
        String type = entry.type().replace('.', '-');
        return Speech.instead(WireWords.spoken(type), "type_" + type.replace('-', '_'));
    }
}
