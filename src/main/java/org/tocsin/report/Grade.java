package org.tocsin.report;

import java.util.Locale;
import java.util.Map;

/**
 * What a liaison thinks of a report as information, in the Admiralty system (NATO AJP-2.1): a letter for its source, a digit for
 * what it says. B2 is a source that is usually reliable, saying what is probably true.
 */
public final class Grade {

    public static final String PATTERN = "^[A-F][1-6]$";

    public static final Map<String, String> SOURCES = Map.of("A", "Completely reliable", "B", "Usually reliable", "C", "Fairly reliable",
            "D", "Not usually reliable", "E", "Unreliable", "F", "Reliability cannot be judged");
    public static final Map<String, String> CONTENTS = Map.of("1", "Confirmed by other sources", "2", "Probably true", "3", "Possibly true",
            "4", "Doubtful", "5", "Improbable", "6", "Truth cannot be judged");

    private Grade() {
    }

    /** B2: usually reliable, probably true. Null when there is none. */
    public static String words(String grade) {
        return grade == null ? null : grade + ": " + SOURCES.get(grade.substring(0, 1)).toLowerCase(Locale.ROOT) + ", "
                + CONTENTS.get(grade.substring(1)).toLowerCase(Locale.ROOT);
    }
}
