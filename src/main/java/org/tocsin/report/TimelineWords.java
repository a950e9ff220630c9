package org.tocsin.report;

import java.util.Optional;

/** A slot: each room says in words what it wrote on the timeline. */
public interface TimelineWords {

    /** @return a sentence; nothing when another room wrote the entry */
    Optional<String> sentence(TimelineView entry);
}
