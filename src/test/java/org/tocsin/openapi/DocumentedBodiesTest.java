package org.tocsin.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every JSON body in a command of our pages is one that docs/openapi.yaml accepts. */
class DocumentedBodiesTest {

    private static final Pattern BLOCK = Pattern.compile("(?m)^```sh\n([\\s\\S]*?)^```$");
    private static final Pattern BODY = Pattern.compile("-d '\\s*(\\{[\\s\\S]*\\})'");
    private static final Pattern ADDRESS = Pattern.compile("(/(?:api|cert)/v1/[^\\s\"'?]*)");
    private static final Pattern METHOD = Pattern.compile("-X (\\w+)");
    private static final ContractCheck CHECK = new ContractCheck(Description.committed());

    @ParameterizedTest
    @CsvSource({"README.md,1", "docs/api.md,15"})
    void everyBodyFits(String page, int atLeast) throws IOException {
        List<String> tried = new ArrayList<>();
        Matcher blocks = BLOCK.matcher(Files.readString(Path.of(page)));
        while (blocks.find()) {
            for (String command : commands(blocks.group(1).replaceAll("'\"\\$\\w+\"'", "of-before"))) {
                Matcher body = BODY.matcher(command);
                Matcher address = ADDRESS.matcher(command);
                if (body.find() && address.find()) {
                    Matcher method = METHOD.matcher(command);
                    tried.add(command);
                    // The one batch that shows what a refusal looks like has a report without what is needed.
                    if (!address.group(1).endsWith("reports:batch")) {
                        assertThat(CHECK.misfitsOfRequest(method.find() ? method.group(1) : "POST", address.group(1), body.group(1)))
                                .as(command).isEmpty();
                    }
                }
            }
        }

        assertThat(tried).hasSizeGreaterThanOrEqualTo(atLeast);
    }

    @Test
    void whatDoesNotFitIsFound() {
        assertThat(CHECK.misfitsOfRequest("POST", "/api/v1/reports", "{\"title\": \"ts1 stepped\"}")).isNotEmpty();
        assertThat(CHECK.misfitsOfRequest("POST", "/api/v1/report", "{}")).containsExactly("there is no POST /api/v1/report");
    }

    /** A command goes on after a backslash, and within quotation marks. */
    private static List<String> commands(String block) {
        List<String> commands = new ArrayList<>();
        StringBuilder command = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < block.length(); i++) {
            char c = block.charAt(i);
            if (quote != 0 && c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            }
            if (c == '\n' && quote == 0 && (i == 0 || block.charAt(i - 1) != '\\')) {
                commands.add(command.toString());
                command.setLength(0);
            } else {
                command.append(c);
            }
        }
        return commands;
    }
}
