package org.tocsin.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A block of commands in docs/api.md.
 *
 * @param heading under which it stands
 */
record Recipe(String heading, String script) {

    private static final Pattern PARTS = Pattern.compile("(?m)^#{2,3} (.+)$|^```sh\n([\\s\\S]*?)^```$");
    private static final String PAGE = read();
    private static final Pattern TOOLS = Pattern.compile("<!-- tools:[^\n]*\n\n```sh\n([\\s\\S]*?)```");

    /** What the page puts before all of them. */
    static String tools() {
        Matcher tools = TOOLS.matcher(PAGE);
        if (!tools.find()) {
            throw new AssertionError("docs/api.md has no block of tools");
        }
        return tools.group(1);
    }

    /** Without the tools. */
    static List<Recipe> all() {
        List<Recipe> all = new ArrayList<>();
        String heading = "";
        Matcher parts = PARTS.matcher(PAGE);
        while (parts.find()) {
            if (parts.group(1) != null) {
                heading = parts.group(1);
            } else if (!parts.group(2).equals(tools())) {
                all.add(new Recipe(heading, parts.group(2)));
            }
        }
        return all;
    }

    /** What tells it from the others, for people. */
    String name() {
        return heading + ": " + script.lines().findFirst().orElse("");
    }

    private static String read() {
        try {
            return Files.readString(Path.of("docs", "api.md"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
