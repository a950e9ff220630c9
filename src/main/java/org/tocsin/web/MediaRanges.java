package org.tocsin.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the headers that name media types, strictly: Accept (RFC 9110 section 12.5.1) and Content-Type (section 8.3). */
final class MediaRanges {

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]++";
    private static final String QUOTED = "\"(?:[\\t\\x20\\x21\\x23-\\x5b\\x5d-\\x7e\\x80-\\xff]|\\\\[\\t\\x20-\\x7e\\x80-\\xff])*+\"";
    private static final String PARAMETERS = "((?:[ \\t]*+;[ \\t]*+(?:" + TOKEN + "=(?:" + TOKEN + "|" + QUOTED + "))?+)*+)";
    private static final Pattern RANGE = Pattern.compile("(" + TOKEN + ")/(" + TOKEN + ")" + PARAMETERS + "[ \\t]*+");
    private static final Pattern SEPARATOR = Pattern.compile("[ \\t,]*+");
    private static final Pattern PARAMETER = Pattern.compile("(" + TOKEN + ")=(?:(" + TOKEN + ")|(" + QUOTED + "))");
    private static final Pattern WEIGHT = Pattern.compile("0(?:\\.\\d{0,3})?|1(?:\\.0{0,3})?");

    /**
     * One media type, or a set of them.
     *
     * @param type    in lower case, also {@code *}
     * @param subtype in lower case, also {@code *}
     */
    record Range(String type, String subtype, String parameters) {

        boolean isHtml() {
            return type.equals("text") && subtype.equals("html") && isAccepted();
        }

        /** Whether it is wanted at all: a weight of 0 says that it is not. */
        boolean isAccepted() {
            return parameter("q").map(Double::parseDouble).orElse(1.0) > 0;
        }

        boolean isConcrete() {
            return !type.equals("*") && !subtype.equals("*");
        }

        /** The first of that name, without its quotes. */
        Optional<String> parameter(String name) {
            Matcher parameter = PARAMETER.matcher(parameters);
            while (parameter.find()) {
                if (parameter.group(1).equalsIgnoreCase(name)) {
                    String quoted = parameter.group(3);
                    return Optional.of(quoted == null ? parameter.group(2) : quoted.substring(1, quoted.length() - 1));
                }
            }
            return Optional.empty();
        }

        private boolean isSound() {
            return (!type.equals("*") || subtype.equals("*")) && parameter("q").map(q -> WEIGHT.matcher(q).matches()).orElse(true);
        }
    }

    private MediaRanges() {
    }

    /** @return nothing when it cannot be read; an empty list when it names nothing, which is allowed */
    static Optional<List<Range>> accepted(String header) {
        List<Range> ranges = new ArrayList<>();
        Matcher separator = SEPARATOR.matcher(header);
        Matcher range = RANGE.matcher(header);
        int at = 0;
        while (separator.region(at, header.length()).lookingAt() && separator.end() < header.length()) {
            boolean apart = ranges.isEmpty() || header.substring(at, separator.end()).contains(",");
            if (!apart || !range.region(separator.end(), header.length()).lookingAt()) {
                return Optional.empty();
            }
            ranges.add(read(range));
            at = range.end();
        }
        return ranges.stream().allMatch(Range::isSound) ? Optional.of(ranges) : Optional.empty();
    }

    /** @return nothing when it is not one media type */
    static Optional<Range> contentType(String header) {
        Matcher range = RANGE.matcher(header.strip());
        return range.matches() ? Optional.of(read(range)).filter(Range::isConcrete) : Optional.empty();
    }

    /** Whether a page is wanted; never fails, for refusals ask this. */
    static boolean nameHtml(String header) {
        return header != null && accepted(header).orElse(List.of()).stream().anyMatch(Range::isHtml);
    }

    private static Range read(Matcher range) {
        return new Range(range.group(1).toLowerCase(Locale.ROOT), range.group(2).toLowerCase(Locale.ROOT), range.group(3));
    }
}
