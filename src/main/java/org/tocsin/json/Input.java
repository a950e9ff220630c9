package org.tocsin.json;

import java.util.List;

/**
 * What a person is given to fill in a value of some shape.
 *
 * @param words   to choose from; empty where there is no choice
 * @param longest how many characters it may have, where it is text
 */
public record Input(Kind kind, List<String> words, int longest) {

    public enum Kind {
        WORD, FLAG, TIME, NUMBER, DECIMAL, TEXT,
        /** A list or an object: more than one thing to fill in. */
        PARTS
    }

    public static final Input ANY_TEXT = of(Kind.TEXT);

    static Input of(Kind kind) {
        return new Input(kind, List.of(), Integer.MAX_VALUE);
    }
}
