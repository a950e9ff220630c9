package org.tocsin.report.page;

import java.util.List;
import java.util.Locale;

/**
 * One thing that was said.
 *
 * @param label    what it is about, in words
 * @param lines    what was said; several where there is a list of it
 * @param verbatim shown letter by letter: raw messages, values before and after a change
 */
public record Fact(String label, List<String> lines, boolean verbatim) {

    Fact under(String heading) {
        String small = label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
        return new Fact(heading + ": " + small, lines, verbatim);
    }
}
