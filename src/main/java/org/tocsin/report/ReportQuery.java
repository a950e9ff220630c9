package org.tocsin.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which reports are asked for. What is null or empty asks for all.
 *
 * @param states       in one of these
 * @param received     when they came
 * @param changed      when they changed last
 * @param asset        what an asset is called, in the spellings that reports and inventories use
 * @param text         the beginnings of words
 * @param organisation whose
 * @param after        where to go on
 * @param limit        at most this many
 * @param asked        the filters as they were sent, for the address of the next part
 */
record ReportQuery(Set<State> states, Set<String> severities, Set<String> stages, Span received, Span changed,
        List<String> asset, String text, String organisation, ReportPlace after, int limit,
        Map<String, List<String>> asked) {

    /** @param from the first moment in it; @param to the first moment after it; null where it is open */
    record Span(Instant from, Instant to) {

        boolean isEmpty() {
            return from != null && to != null && !from.isBefore(to);
        }
    }

    /** Where the part after this one is. */
    String next(String path, ReportPlace last) {
        StringBuilder next = new StringBuilder(path).append('?');
        asked.forEach((name, values) -> values.forEach(value ->
                next.append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8)).append('&')));
        return next.append("after=").append(last.written()).toString();
    }
}
