package org.tocsin.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.local.As.AUDITOR;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.tocsin.local.StackResource;

/** The first report of docs/api.md is filed as it stands there. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ApiPageTest {

    private static final Pattern FIRST_BLOCK = Pattern.compile("(?s)## A first report in five minutes.*?```sh\n(.*?)```");

    @TestHTTPResource("/")
    URI service;

    @Test
    void theFirstReportIsFiled() throws Exception {
        // Given
        Matcher page = FIRST_BLOCK.matcher(Files.readString(Path.of("docs", "api.md")));
        assertThat(page.find()).isTrue();
        String script = page.group(1)
                .replace("localhost:8080", "localhost:" + service.getPort())
                .replace("localhost:8180", "localhost:" + ConfigProvider.getConfig().getValue("tocsin.test.keycloak", String.class));

        // When
        Program shell = Program.run(Map.of(), 60, List.of("sh", "-eu", "-c", script));

        // Then
        assertThat(shell.status()).as(shell.said()).isZero();
        String last = shell.said().strip().lines().reduce((first, next) -> next).orElseThrow();
        assertThat(last).matches("Filed: TOC-\\w{4}-\\w{4}-\\w");
        assertThat(AUDITOR.asks().get("/api/v1/reports/" + last.replace("Filed: ", "")).statusCode()).isEqualTo(200);
    }
}
