package org.tocsin.json;

import java.util.Optional;

/** A text form with rules of its own, such as an address or a threat code. Needs a constructor without parameters. */
public interface Grammar {

    /** What is wrong with {@code text} and what to write instead, as a sentence; empty if it is well formed. */
    Optional<String> objection(String text);
}
