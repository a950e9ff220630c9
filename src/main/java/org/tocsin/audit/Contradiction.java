package org.tocsin.audit;

import java.util.stream.Stream;

/**
 * What a witness can say that cannot be true of one and the same log. The words are constant, for that they are there is news once, while the
 * sizes change with whatever is written, also with the entry that says so.
 */
enum Contradiction {

    OTHER_TREE("it says that our tree does not begin with the one that it cosigned: one of us has been shown another log"),
    UNKNOWN_SIZE("it has cosigned a tree of a size that we have not signed: our log was rolled back, or somebody else has its key");

    private final String words;

    Contradiction(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    static boolean is(String problem) {
        return Stream.of(values()).anyMatch(each -> each.words.equals(problem));
    }
}
