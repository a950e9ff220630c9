package org.tocsin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/problems.md lists the codes of faults that the code can tell of, and no others. */
class FaultDocsTest {

    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Path PAGE = Path.of("docs", "problems.md");

    /** Its place, then its code. */
    private static final Pattern MADE = Pattern.compile(
            "(?:new Fault|[fF]aults?\\.add|\\bfault)\\(\\s*[^,;]+,\\s*\"([a-z]+(?:-[a-z0-9]+)*)\"");
    private static final Pattern LISTED = Pattern.compile("(?m)^\\| ((?:`[a-z0-9-]+`(?:, )?)+)");
    private static final Pattern CODE = Pattern.compile("`([a-z0-9-]+)`");

    @Test
    void everyCodeOfATableIsListed() throws IOException {
        assertThat(listed()).containsAll(made(SOURCES.resolve(Path.of("org", "tocsin", "asset", "exchange"))))
                .contains("cell-count", "unknown-column", "duplicate-column", "column-missing", "too-many-columns", "cell-form", "incomplete");
    }

    @Test
    void everyCodeOfAnEntryOrAShapeIsListed() throws IOException {
        Set<String> made = made(SOURCES.resolve(Path.of("org", "tocsin", "json")));
        made.addAll(made(SOURCES.resolve(Path.of("org", "tocsin", "asset"))));

        assertThat(made).contains("unknown-field", "format", "duplicate", "too-many");
        assertThat(listed()).containsAll(made);
    }

    private static Set<String> made(Path room) throws IOException {
        Set<String> made = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(room)) {
            for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                made.addAll(MADE.matcher(Files.readString(source)).results().map(match -> match.group(1)).collect(Collectors.toSet()));
            }
        }
        return made;
    }

    private static Set<String> listed() throws IOException {
        String page = Files.readString(PAGE);
        String faults = page.substring(page.indexOf("## Faults"));
        return LISTED.matcher(faults).results().flatMap(row -> CODE.matcher(row.group(1)).results()).map(code -> code.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
