package org.tocsin.triage;

import java.util.List;

/** A ticked row of the queue: the report's reference and the version that was seen, with a dot between them. */
final class ChosenRow {

    private ChosenRow() {
    }

    static String reference(String row) {
        int dot = row.lastIndexOf('.');
        return dot < 0 ? row : row.substring(0, dot);
    }

    /** What is no number is no version of anything. */
    static int version(String row) {
        String version = row.substring(row.lastIndexOf('.') + 1);
        return version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : -1;
    }

    static int version(List<String> rows, String reference) {
        return rows.stream().filter(row -> reference(row).equals(reference)).mapToInt(ChosenRow::version).findFirst().orElse(-1);
    }
}
