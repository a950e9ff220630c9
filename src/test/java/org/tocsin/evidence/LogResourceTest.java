package org.tocsin.evidence;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.audit.TransparencyLog;
import org.tocsin.audit.log.Checkpoint;
import org.tocsin.audit.log.Note;
import org.tocsin.audit.log.VerifierKey;
import org.tocsin.audit.verify.Verify;
import org.tocsin.local.As;
import org.tocsin.local.Await;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestPeople;
import org.tocsin.report.FiledReport;

/** The log as it is served, to whom, and that anybody's program can verify it. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class LogResourceTest {

    private static final String LOG = "/audit/log/";

    @TempDir
    Path directory;

    @BeforeEach
    void isThere() {
        FiledReport.by(As.OPERATOR_A);
        Await.signed();
    }

    @Test
    void theCheckpointIsASignedNoteThatNobodyKeeps() {
        // When
        Response answer = As.AUDITOR.asks().get(LOG + "checkpoint");

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType().toLowerCase()).isEqualTo("text/plain;charset=utf-8");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
        Note note = Note.parse(answer.asByteArray());
        List<VerifierKey> keys = As.AUDITOR.asks().get(LOG + "key").asString().lines().map(VerifierKey::parse).toList();
        assertThat(note.signedBy(keys)).hasSize(1);
        assertThat(Checkpoint.parse(note.text()).origin()).isEqualTo("tocsin/audit/log").isEqualTo(keys.get(0).name());
    }

    @Test
    void tilesAreBytesThatMayBeKeptForEver() {
        // When
        Response tile = As.AUDITOR.asks().get(LOG + "tile/0/000.p/1");
        Response entries = As.AUDITOR.asks().get(LOG + "tile/entries/000.p/1");

        // Then
        assertThat(tile.statusCode()).isEqualTo(200);
        assertThat(tile.contentType()).isEqualTo("application/octet-stream");
        assertThat(tile.header("Cache-Control")).contains("private", "immutable");
        assertThat(tile.asByteArray()).hasSize(32);
        assertThat(entries.asByteArray()).hasSize(34).startsWith(0, 32);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tile/0/999", "tile/9/000", "tile/0/0", "tile/0/000.p/0", "tile/x/000", "tile/entries/x001/000", "tile/0/x999/x999/x999/x999/x999/999", "nothing"})
    void whatTheLogDoesNotHaveIsNotThere(String path) {
        Response answer = As.AUDITOR.asks().get(LOG + path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
    }

    @ParameterizedTest
    @EnumSource(names = {"OPERATOR_A", "SENSOR_A", "LIAISON_1", "ADMIN"})
    void nobodyElseReadsALogThatIsNotPublic(As other) {
        for (String path : List.of("checkpoint", "checkpoint/cosigned", "key", "tile/0/000.p/1", "tile/entries/000.p/1")) {
            assertThat(other.asks().get(LOG + path).statusCode()).as(path).isEqualTo(403);
            Response withoutToken = given().redirects().follow(false).get(LOG + path);
            assertThat(withoutToken.statusCode()).as(path).isEqualTo(401);
            assertThat(withoutToken.contentType()).isEqualTo("application/problem+json");
            assertThat(given().auth().oauth2("no.token").get(LOG + path).statusCode()).as(path).isEqualTo(401);
        }
    }

    @Test
    void aWitnessReadsTheLogAndNothingElse() {
        // Given
        TestPeople.Account witness = TestPeople.machine("elsewhere", "witness");

        // Then
        assertThat(witness.asks().get(LOG + "checkpoint").statusCode()).isEqualTo(200);
        assertThat(witness.asks().get("/api/v1/reports").statusCode()).isEqualTo(403);
    }

    @Test
    void aPublicLogIsForAnyone() {
        // Given
        TransparencyLog log = mock(TransparencyLog.class);
        when(log.isPublic()).thenReturn(true);
        when(log.tile(org.mockito.ArgumentMatchers.any())).thenReturn(Optional.of(new byte[32]));

        // When: a caller who is asked for would fail
        var answer = new LogResource(log, null, new PublicReads(mock(SecurityIdentity.class))).tile("0/000.p/1");

        // Then
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getHeaderString("Cache-Control")).startsWith("public");
    }

    @Test
    void whoReadsAPublicLogTakesATurn() {
        // Given
        TransparencyLog log = mock(TransparencyLog.class);
        when(log.isPublic()).thenReturn(true);
        PublicReads full = mock(PublicReads.class);
        when(full.inTurn(org.mockito.ArgumentMatchers.any())).thenThrow(new IllegalStateException("no room"));
        LogResource resource = new LogResource(log, null, full);

        // Then
        for (ThrowingCallable read : List.<ThrowingCallable>of(resource::checkpoint, resource::cosigned, () -> resource.tile("0/000.p/1"))) {
            assertThatThrownBy(read).hasMessage("no room");
        }
    }

    @Test
    void theVerifierIsContentWithTheWholeLogAndWithWhatItKept() throws IOException {
        // Given
        String token = Files.writeString(directory.resolve("token"), As.AUDITOR.token()).toString();
        String kept = directory.resolve("checkpoint").toString();
        String url = "http://localhost:" + RestAssured.port + "/audit/log";

        // Then
        says(0, "every entry from 0 to", "--log", url, "--token-file", token, "--keep", kept);
        FiledReport.by(As.OPERATOR_A);
        Await.signed();
        says(0, "still begins with", "--log", url, "--token-file", token, "--since", kept);
        says(1, "answers 401", "--log", url);
    }

    static void says(int result, String words, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int ended = Verify.run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(out.toString(StandardCharsets.UTF_8)).contains(words);
        assertThat(ended).as(out.toString(StandardCharsets.UTF_8)).isEqualTo(result);
    }
}
