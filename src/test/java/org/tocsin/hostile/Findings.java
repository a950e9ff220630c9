package org.tocsin.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What hostile requests have brought to light: in short for a person, in full for who mends it. */
final class Findings {

    private final Map<String, Integer> counts = new TreeMap<>();
    private final List<String> all = new ArrayList<>();

    void add(String what, Object request, String answer) {
        counts.merge(what + ": " + request.toString().lines().findFirst().orElse("").replaceAll(" \\[.*", ""), 1, Integer::sum);
        all.add("### " + what + "\n" + request + "\n→ " + answer + "\n");
    }

    /** How often what was found at which operation; empty when nothing was. */
    List<String> summary() {
        return counts.entrySet().stream().map(each -> each.getValue() + " × " + each.getKey()).toList();
    }

    Path write(Path file) throws IOException {
        return Files.write(file, all);
    }
}
