package org.tocsin.attachment;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the scanner says of a content. */
sealed interface Verdict {

    Pattern FOUND = Pattern.compile("stream: (\\S.*) FOUND");

    record Clean() implements Verdict {
    }

    /** @param finding what the scanner calls it */
    record Infected(String finding) implements Verdict {
    }

    /** It said nothing that we could go by, and is asked again. */
    record None(String reason) implements Verdict {
    }

    /**
     * Reads clamd's answer to INSTREAM: {@code stream: OK}, {@code stream: NAME FOUND}, {@code WHAT ERROR}. What is not
     * clearly harmless is not taken for it.
     */
    static Verdict of(String answer) {
        String said = answer.replaceAll("\\p{Cntrl}", " ").strip();
        if (said.equals("stream: OK")) {
            return new Clean();
        }
        Matcher found = FOUND.matcher(said);
        if (found.matches()) {
            return new Infected(shortened(found.group(1)));
        }
        return new None(said.isEmpty() ? "The scanner closed the connection without a verdict."
                : "The scanner answered: " + shortened(said));
    }

    private static String shortened(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200);
    }
}
