package org.tocsin.asset;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.tocsin.json.WireWord;
import org.tocsin.problem.Problem;

/**
 * How a file is to be taken.
 *
 * @param table     whether it is CSV, not JSON
 * @param separator of the cells of a table; null to find out
 */
record ImportOrder(boolean dryRun, ImportMode mode, ImportFormat format, boolean table, Character separator) {

    private static final Map<String, Character> SEPARATORS = Map.of("comma", ',', "semicolon", ';', "tab", '\t');

    /**
     * Each as it stands in the address: what is not understood must not be taken for its opposite.
     *
     * @throws Problem 400
     */
    static ImportOrder of(String dryRun, String mode, String format, String contentType, String separator) {
        return new ImportOrder(flag(dryRun), word("mode", mode, ImportMode.class), word("format", format, ImportFormat.class),
                contentType != null && contentType.toLowerCase(java.util.Locale.ROOT).startsWith("text/csv"), separator(separator));
    }

    private static boolean flag(String dryRun) {
        if (!dryRun.equals("true") && !dryRun.equals("false")) {
            throw bad("dryRun", "true, false");
        }
        return dryRun.equals("true");
    }

    private static Character separator(String name) {
        if (name != null && !SEPARATORS.containsKey(name)) {
            throw bad("separator", "comma, semicolon, tab");
        }
        return name == null ? null : SEPARATORS.get(name);
    }

    private static <E extends Enum<E>> E word(String parameter, String word, Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).filter(each -> WireWord.of(each).equals(word)).findFirst()
                .orElseThrow(() -> bad(parameter, Arrays.stream(type.getEnumConstants()).map(WireWord::of).collect(Collectors.joining(", "))));
    }

    private static Problem bad(String parameter, String choices) {
        return new Problem(400, "bad-parameter", "Unusable parameter", parameter + " is one of " + choices + ".");
    }
}
