package org.tocsin.asset;

import java.util.ArrayList;
import java.util.List;

/** Cuts names so that they fit their boxes: SVG breaks no lines, and the server has no font to measure with. */
final class Labels {

    private static final int NAME_WIDTH = 20;
    private static final int UNDER_WIDTH = 22;
    private static final char CUT = '…';

    private Labels() {
    }

    /** One or two lines. */
    static List<String> lines(String name) {
        String rest = name.strip();
        int end = fitting(rest, NAME_WIDTH);
        if (end == rest.length()) {
            return List.of(rest);
        }
        int blank = rest.lastIndexOf(' ', end);
        int cut = blank > 0 ? blank : end;
        List<String> lines = new ArrayList<>();
        lines.add(rest.substring(0, cut).strip());
        lines.add(cut(rest.substring(cut).strip(), NAME_WIDTH));
        return lines;
    }

    static String line(String words) {
        return cut(words, UNDER_WIDTH);
    }

    private static String cut(String text, int width) {
        int end = fitting(text, width);
        return end == text.length() ? text : text.substring(0, fitting(text, width - 1)).strip() + CUT;
    }

    /** How many characters of the text fit, none of them halved. */
    private static int fitting(String text, int width) {
        int taken = 0;
        int at = 0;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            taken += Character.isIdeographic(character) ? 2 : 1;
            if (taken > width) {
                return at;
            }
            at += Character.charCount(character);
        }
        return at;
    }
}
