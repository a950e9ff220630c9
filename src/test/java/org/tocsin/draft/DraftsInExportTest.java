package org.tocsin.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.attachment.WaitingFiles;
import org.tocsin.audit.Actor;
import org.tocsin.local.As;
import org.tocsin.local.Callers;
import org.tocsin.local.StackResource;
import org.tocsin.party.Caller;
import org.tocsin.party.Role;

/** A draft is its writer's: nobody else takes it away with an export, nor the files that wait with it. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class DraftsInExportTest {

    @Inject
    Drafts drafts;
    @Inject
    WaitingFiles files;

    @TempDir
    Path directory;

    private final String own = "own-" + UUID.randomUUID();
    private final String colleagues = "colleagues-" + UUID.randomUUID();

    @BeforeEach
    void bothHaveADraftWithAFile() {
        Actor exporter = Actor.person(ConfigProvider.getConfig().getValue("tocsin.issuer", String.class),
                As.OPERATOR_A.account().subject(), As.OPERATOR_A.user());
        begun(new Caller(exporter, "pages", As.OPERATOR_A.organisation(), Set.of(Role.OPERATOR)), own);
        begun(Callers.person("colleague-" + UUID.randomUUID(), "pages", As.OPERATOR_A.organisation(), Role.OPERATOR), colleagues);
    }

    private void begun(Caller writer, String mark) {
        Draft draft = drafts.begin(writer, null, null, UUID.randomUUID().toString(), Typed.empty());
        drafts.write(writer, draft.id.toString(), typed -> typed.put("/title", "Title " + mark));
        try {
            Path file = Files.writeString(directory.resolve(mark), "Bytes of " + mark);
            files.add(writer, draft.id, List.of(new Chosen(mark + ".log", file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Chosen(String fileName, Path uploadedFile) implements FileUpload {

        @Override
        public String name() {
            return "file";
        }

        @Override
        public Path filePath() {
            return uploadedFile;
        }

        @Override
        public long size() {
            return uploadedFile.toFile().length();
        }

        @Override
        public String contentType() {
            return "text/plain";
        }

        @Override
        public MultivaluedMap<String, String> getHeaders() {
            return new MultivaluedHashMap<>();
        }

        @Override
        public String charSet() {
            return "UTF-8";
        }
    }

    private static String export(As reader) throws IOException {
        Response zip = reader.asks().get("/api/v1/organisations/" + As.OPERATOR_A.organisation() + "/export");
        StringBuilder all = new StringBuilder();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip.asByteArray()))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                all.append(entry.getName()).append('\n').append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }

    @Test
    void whoExportsGetsTheirOwnAndNoColleagues() throws IOException {
        assertThat(export(As.OPERATOR_A)).contains("Title " + own, own + ".log", "Bytes of " + own).doesNotContain(colleagues);
    }

    @Test
    void anAdminGetsNone() throws IOException {
        assertThat(export(As.ADMIN)).doesNotContain(own, colleagues);
    }
}
