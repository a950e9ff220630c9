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

/** docs/problems.md lists the problems that the code can answer with, and no others. */
class ProblemDocsTest {

    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Path PAGE = Path.of("docs", "problems.md");

    /** The status is a number or an expression; what is told of nothing but a status is http-STATUS. */
    private static final Pattern MADE = Pattern.compile(
            "(?:new Problem\\([^,\"]+,|Problem\\.conflict\\()\\s*\"([a-z-]+)\"");
    private static final Pattern LISTED = Pattern.compile("(?m)^\\| `([a-z-]+)`");

    @Test
    void everyKindOfTheCodeIsListedAndNoneThatIsNot() throws IOException {
        // Given
        Set<String> made = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(SOURCES)) {
            for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                made.addAll(found(MADE, Files.readString(source)));
            }
        }

        // When
        Set<String> listed = found(LISTED, section("## Kinds"));

        // Then
        assertThat(made).contains("not-found", "invalid", "stale-version");
        assertThat(listed).containsExactlyInAnyOrderElementsOf(withTheRest(made));
    }

    /** What the framework refuses and we have no word for. */
    private static Set<String> withTheRest(Set<String> made) {
        Set<String> all = new TreeSet<>(made);
        all.add("http-");
        return all;
    }

    private static String section(String heading) throws IOException {
        String page = Files.readString(PAGE);
        int start = page.indexOf(heading);
        int end = page.indexOf("\n## ", start + 1);
        return page.substring(start, end < 0 ? page.length() : end);
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }
}
