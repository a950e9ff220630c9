package org.tocsin.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;

/** Says in words where a text stops being JSON, without the parser's own inner workings. */
final class Malformed {

    static String message(JsonProcessingException broken) {
        return "This is not JSON any more at " + place(broken.getLocation()) + ": " + reason(broken) + ".";
    }

    static String place(JsonLocation at) {
        return "line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    /** The parser's first clause: the rest names sources, features of the library and class names. */
    private static String reason(JsonProcessingException broken) {
        String said = broken.getOriginalMessage();
        int end = said.length();
        for (String tail : new String[] {" (for ", " (start marker", "\n", ": has to be escaped", ": was expecting (JSON"}) {
            int cut = said.indexOf(tail);
            end = cut >= 0 && cut < end ? cut : end;
        }
        String clause = said.substring(0, end).strip();
        return clause.length() > 200 ? clause.substring(0, 200) + "…" : clause;
    }

    private Malformed() {
    }
}
