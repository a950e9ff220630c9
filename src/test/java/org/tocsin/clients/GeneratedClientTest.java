package org.tocsin.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.local.As.OPERATOR_A;
import static org.tocsin.local.As.SENSOR_A;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.local.StackResource;

/** A client that openapi-generator makes of docs/openapi.yaml compiles and files a report, as docs/api.md says. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class GeneratedClientTest {

    private static final Path GENERATOR = Path.of("target", "generator", "openapi-generator-cli.jar");
    private static final Path LIBRARIES = Path.of("target", "local.classpath");
    private static final long PATIENCE_SECONDS = 240;
    private static final String PACKAGES = "openApiNullable=false,useJakartaEe=true,"
            + "invokerPackage=org.tocsin.client,apiPackage=org.tocsin.client.api,modelPackage=org.tocsin.client.model";

    @TestHTTPResource("/")
    String service;
    @TempDir
    Path directory;

    private static String java(String program) {
        return Path.of(System.getProperty("java.home"), "bin", program).toString();
    }

    private static Program run(String... command) throws IOException, InterruptedException {
        return Program.run(Map.of(), PATIENCE_SECONDS, List.of(command));
    }

    private void compile(Path sources, Path classes) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java("javac"), "-nowarn", "-proc:none", "-d", classes.toString(),
                "-cp", Files.readString(LIBRARIES)));
        try (Stream<Path> files = Files.walk(sources)) {
            files.filter(file -> file.toString().endsWith(".java")).map(Path::toString).forEach(command::add);
        }
        command.add("docs/clients/FileAReport.java");
        Program compiled = Program.run(Map.of(), PATIENCE_SECONDS, command);
        assertThat(compiled.status()).as(compiled.said()).isZero();
    }

    @Test
    void filesAReport() throws Exception {
        // Given
        Path client = directory.resolve("client");
        Program generated = run(java("java"), "-jar", GENERATOR.toString(), "generate", "-i", "docs/openapi.yaml",
                "-g", "java", "--library", "native", "-o", client.toString(), "-p", PACKAGES,
                "--global-property", "apiTests=false,modelTests=false,apiDocs=false,modelDocs=false");
        assertThat(generated.status()).as(generated.said()).isZero();
        Path classes = Files.createDirectory(directory.resolve("classes"));
        compile(client.resolve("src/main/java"), classes);

        // When
        Program filed = run(java("java"), "-cp", classes + ":" + Files.readString(LIBRARIES), "FileAReport",
                service.replaceAll("/$", ""), SENSOR_A.token());

        // Then
        assertThat(filed.status()).as(filed.said()).isZero();
        String reference = filed.said().strip().lines().reduce((first, last) -> last).orElseThrow();
        assertThat(OPERATOR_A.asks().get("/api/v1/reports/" + reference).statusCode()).isEqualTo(200);
    }
}
