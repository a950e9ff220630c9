package org.tocsin.report;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is typed to find a report: the beginnings of words that it says, or its reference. */
public final class Saying {

    /**
     * On a report {@code r}. Written on a note or read out, a reference finds its report; a word of it is looked for in the
     * texts all the same. As an array, which is looked up by its ids however many the database expects: as a set it once took those
     * for a hundred, and went through ten thousand of them for each of ten thousand reports.
     */
    public static final String CONDITION = """
            r.id = any(array(select id from reports_saying(:words) as found (id)
                             union
                             select id from report where reference = :reference))""";

    private Saying() {
    }

    /** All of these words, or longer ones that begin so, as the database's text search is asked for them. */
    public static String beginnings(String text) {
        return Stream.of(text.split("\\s+"))
                .map(word -> "'" + word.replace("\\", "\\\\").replace("'", "''") + "':*")
                .collect(Collectors.joining(" & "));
    }

    /** @param prefix of the references that are given out here; an empty answer is nobody's reference */
    public static String reference(String text, String prefix) {
        return Reference.read(text).filter(read -> read.startsWith(prefix + "-")).orElse("");
    }
}
