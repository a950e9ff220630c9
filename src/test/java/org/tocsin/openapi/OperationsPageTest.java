package org.tocsin.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tocsin.local.StackResource;
import org.tocsin.openapi.Description.Operation;

/** The page of all operations is what is served. To renew it: mvn test -Dtest=OperationsPageTest -Dtocsin.openapi.write */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class OperationsPageTest {

    private static final Path PAGE = Path.of("docs", "operations.md");
    private static final String HEAD = """
            # All operations

            What each takes and answers is in [openapi.yaml](openapi.yaml), what integrators do with them in [api.md](api.md).
            """;

    @Test
    void theCommittedPageIsWhatIsServed() throws IOException {
        String served = page(Description.served().operations());
        if (System.getProperty("tocsin.openapi.write") != null) {
            Files.writeString(PAGE, served);
        }

        assertThat(served).isEqualTo(Files.readString(PAGE));
    }

    private static String page(List<Operation> operations) {
        Map<String, StringBuilder> sections = new TreeMap<>();
        operations.forEach(operation -> sections
                .computeIfAbsent(operation.said().at("/tags/0").asText(), OperationsPageTest::section)
                .append("| `%s` | %s | %s |%n".formatted(operation.name(), operation.said().path("summary").asText(), roles(operation))));
        StringBuilder page = new StringBuilder(HEAD);
        sections.values().forEach(page::append);
        return page.toString();
    }

    private static StringBuilder section(String tag) {
        return new StringBuilder("\n## " + tag + "\n\n| Operation | | Who |\n|---|---|---|\n");
    }

    private static String roles(Operation operation) {
        List<String> roles = new ArrayList<>();
        operation.said().at("/security/0").forEach(scheme -> scheme.forEach(role -> roles.add(role.asText())));
        return roles.isEmpty() ? "anyone" : String.join(", ", roles);
    }
}
