package org.tocsin.asset.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Several things in one cell: {@code hostname=ntp1.time.example | ip=192.0.2.17}. A backslash before a character takes
 * away its meaning; blanks around a name or a value mean nothing without one.
 */
final class Pairs {

    private static final String BLANKS = " \t\r\n";

    /** @param value null when there was no equals sign */
    record Pair(String name, String value) {
    }

    private Pairs() {
    }

    static List<Pair> read(String cell) {
        List<Pair> pairs = new ArrayList<>();
        Text name = new Text();
        Text value = null;
        for (int i = 0; i < cell.length(); i++) {
            char next = cell.charAt(i);
            Text current = value == null ? name : value;
            if (next == '\\' && i + 1 < cell.length()) {
                current.literally(cell.charAt(++i));
            } else if (next == '|') {
                pairs.add(pair(name, value));
                name = new Text();
                value = null;
            } else if (next == '=' && value == null) {
                value = new Text();
            } else {
                current.add(next);
            }
        }
        if (!pairs.isEmpty() || value != null || !name.isEmpty()) {
            pairs.add(pair(name, value));
        }
        return pairs;
    }

    static String write(List<Pair> pairs) {
        return pairs.stream()
                .map(pair -> escaped(pair.name(), "\\|=") + "=" + escaped(pair.value(), "\\|"))
                .collect(Collectors.joining(" | "));
    }

    private static Pair pair(Text name, Text value) {
        return new Pair(name.toString(), value == null ? null : value.toString());
    }

    private static String escaped(String text, String meaningful) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            boolean atAnEnd = i == 0 || i == text.length() - 1;
            if (meaningful.indexOf(each) >= 0 || atAnEnd && BLANKS.indexOf(each) >= 0) {
                escaped.append('\\');
            }
            escaped.append(each);
        }
        return escaped.toString();
    }

    /** A text as it is read, without the blanks around it. */
    private static final class Text {

        private final StringBuilder text = new StringBuilder();
        private int kept;

        void add(char next) {
            boolean blank = BLANKS.indexOf(next) >= 0;
            if (!blank || kept > 0) {
                text.append(next);
            }
            if (!blank) {
                kept = text.length();
            }
        }

        void literally(char next) {
            text.append(next);
            kept = text.length();
        }

        boolean isEmpty() {
            return kept == 0;
        }

        @Override
        public String toString() {
            return text.substring(0, kept);
        }
    }
}
