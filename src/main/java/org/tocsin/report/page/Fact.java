package org.tocsin.report.page;

import java.util.List;
import org.tocsin.web.Speech;

/**
 * One thing that was said.
 *
 * @param label    what it is about, in words
 * @param lines    what was said; several where there is a list of it
 * @param verbatim shown letter by letter: raw messages, values before and after a change
 */
public record Fact(String label, List<String> lines, boolean verbatim) {

    Fact under(String heading) {
        return new Fact(heading + ": " + Speech.within(label), lines, verbatim);
    }
}
