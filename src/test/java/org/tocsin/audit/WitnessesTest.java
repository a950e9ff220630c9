package org.tocsin.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.audit.log.AddCheckpoint;
import org.tocsin.audit.log.Checkpoint;
import org.tocsin.audit.log.Note;
import org.tocsin.audit.log.NoteSigner;
import org.tocsin.audit.log.Signers;
import org.tocsin.audit.log.TlogProof;
import org.tocsin.audit.log.VerifierKey;
import org.tocsin.local.As;
import org.tocsin.local.Await;
import org.tocsin.local.LogKey;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestStack;
import org.tocsin.report.FiledReport;

/** What we ask of witnesses, and what we make of their answers: an own one, and one that answers what a test wants. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class WitnessesTest {

    @Inject
    Witnesses witnesses;
    @Inject
    TransparencyLog log;

    private final NoteSigner key = Signers.cosigning("stranger-" + System.nanoTime() + ".example");
    private final List<AddCheckpoint> asked = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();
    private HttpServer server;
    private Witness stranger;

    private record Answer(int status, String type, String body) {
    }

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/w/add-checkpoint", exchange -> {
            AddCheckpoint request = AddCheckpoint.parse(exchange.getRequestBody().readAllBytes());
            asked.add(request);
            Answer answer = answers.isEmpty() ? cosigning(request) : answers.remove(0);
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", answer.type());
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        stranger = new Witness(URI.create("http://localhost:" + server.getAddress().getPort() + "/w/"), key.key(), Optional.empty());
        grow();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Answer cosigning(AddCheckpoint request) {
        return new Answer(200, "text/plain", key.cosign(request.note().text(), 1_700_000_000).written());
    }

    private void grow() {
        FiledReport.by(As.OPERATOR_A);
        Await.signed();
        AskedWitnesses.chooseTheNewest();
    }

    private List<String> problem() {
        return Rows.column("select coalesce(problem, 'none') from audit_witness where witness = ?", stranger.name());
    }

    private List<String> cosigned() {
        return Rows.column("select size::text from audit_cosignature where witness = ? order by size", stranger.name());
    }

    private static long size(AddCheckpoint request) {
        return Checkpoint.parse(request.note().text()).size();
    }

    @Test
    void anAuditorReadsWhatEachWitnessHasCosigned() {
        // Given
        assertThat(AskedWitnesses.now()).isTrue();
        String own = LogKey.witness(TestStack.certificates(), "tocsin").key().name();

        // When
        JsonPath state = As.AUDITOR.asks().get("/api/v1/audit").jsonPath();

        // Then
        assertThat(state.getString("log.witnesses[0].name")).isEqualTo(own);
        assertThat(state.getLong("log.witnesses[0].size")).isPositive();
        assertThat(state.getString("log.witnesses[0].at")).isNotNull();
        assertThat(state.getString("log.witnesses[0].problem")).isNull();
    }

    @Test
    void anAuditorReadsTheCheckpointAsItIsServed() {
        // Given: the newest may be one that came a moment later
        VerifierKey own = LogKey.witness(TestStack.certificates(), "tocsin").key();
        JsonPath[] state = new JsonPath[1];
        String line = "log.signatures.find { it.name == '" + own.name() + "' }";

        // When
        Await.until("the newest is cosigned", () -> {
            AskedWitnesses.now();
            state[0] = As.AUDITOR.asks().get("/api/v1/audit").jsonPath();
            return state[0].get(line) != null;
        });

        // Then
        assertThat(state[0].getString(line + ".by")).isEqualTo("other");
        assertThat(state[0].getString(line + ".at")).isNotNull();
        assertThat(Note.parse(state[0].getString("log.checkpoint")).signedBy(List.of(own))).containsExactly(own);
    }

    @Test
    void theCosignatureStandsOnTheCheckpointAndOnProofsUnderIt() {
        // Given
        VerifierKey own = LogKey.witness(TestStack.certificates(), "tocsin").key();
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        Await.signed();

        // When
        assertThat(AskedWitnesses.now()).isTrue();

        // Then
        Note served = Note.parse(As.AUDITOR.asks().get("/audit/log/checkpoint/cosigned").asByteArray());
        assertThat(served.signedBy(List.of(own))).containsExactly(own);
        assertThat(served.signedBy(log.keys())).hasSize(1);
        Response proof = As.OPERATOR_A.asks().get(report.url() + "/proof");
        assertThat(TlogProof.parse(proof.asByteArray()).note().signedBy(List.of(own))).containsExactly(own);
        String evidence = As.OPERATOR_A.asks().get(report.url() + "/evidence").path("log.checkpoint");
        assertThat(Note.parse(evidence).signedBy(List.of(own))).containsExactly(own);
    }

    @Test
    void aWitnessIsAskedOnceAboutEachCheckpointFromTheOneBefore() {
        // When
        assertThat(witnesses.ask(stranger)).isTrue();
        assertThat(witnesses.ask(stranger)).isTrue();
        grow();
        assertThat(witnesses.ask(stranger)).isTrue();

        // Then
        assertThat(asked).hasSize(2);
        assertThat(asked.get(0).old()).isZero();
        assertThat(asked.get(0).proof()).isEmpty();
        assertThat(asked.get(1).old()).isEqualTo(size(asked.get(0)));
        assertThat(asked.get(1).proof()).isNotEmpty();
        assertThat(cosigned()).containsExactly("" + size(asked.get(0)), "" + size(asked.get(1)));
        assertThat(problem()).containsExactly("none");
    }

    /** We crashed after it had cosigned and before we had stored that, or another replica was faster. */
    @Test
    void aWitnessThatKnowsMoreThanWeThinkIsAskedFromThere() {
        // Given
        answers.add(new Answer(409, "text/x.tlog.size", "3\n"));

        // When
        assertThat(witnesses.ask(stranger)).isTrue();

        // Then
        assertThat(asked).extracting(AddCheckpoint::old).containsExactly(0L, 3L);
        assertThat(asked.get(1).proof()).isNotEmpty();
        assertThat(cosigned()).hasSize(1);
    }

    @Test
    void aWitnessThatCannotBeAskedOrAnswersNonsenseIsPutDownAsThat() {
        for (Answer nonsense : List.of(new Answer(500, "text/plain", "no"), new Answer(200, "text/plain", "nothing\n"),
                new Answer(200, "text/plain", Signers.cosigning(stranger.name()).cosign("another\n0\n", 5).written()),
                new Answer(200, "text/plain", "— " + stranger.name() + " AAAAAAA=\n"),
                new Answer(409, "text/x.tlog.size", "many\n"), new Answer(409, "text/plain", "3\n"),
                new Answer(200, "text/plain", "x".repeat(70_000)))) {
            answers.clear();
            answers.add(nonsense);
            assertThat(witnesses.ask(stranger)).as(nonsense.toString()).isFalse();
            assertThat(problem()).doesNotContain("none").hasSize(1);
        }
        server.stop(0);
        assertThat(witnesses.ask(stranger)).isFalse();
        assertThat(problem().get(0)).contains("could not be asked");
        assertThat(cosigned()).isEmpty();
    }

    @Test
    void aWitnessThatContradictsUsIsNamedInTheLogOnce() {
        // Given
        String entries = """
                select count(*) from audit_entry e join audit_payload p on p.entry_id = e.id
                where e.type = 'log.witness-disagreed' and convert_from(p.content, 'UTF8') like '%' || ? || '%'""";

        // When
        for (int i = 0; i < 2; i++) {
            answers.add(new Answer(409, "text/x.tlog.size", "3\n"));
            answers.add(new Answer(422, "text/plain", "no"));
            assertThat(witnesses.ask(stranger)).isFalse();
            grow();
        }
        // Then
        assertThat(problem().get(0)).contains("shown another log");
        assertThat(Rows.number(entries, stranger.name())).isEqualTo(1);
        assertThat(Rows.number(entries, "\"theirs\":3,\"")).isPositive();

        // When
        answers.add(new Answer(500, "text/plain", "no"));
        assertThat(witnesses.ask(stranger)).isFalse();
        answers.add(new Answer(409, "text/x.tlog.size", "1000000000\n"));
        assertThat(witnesses.ask(stranger)).isFalse();
        // Then
        assertThat(problem().get(0)).contains("rolled back");
        assertThat(Rows.number(entries, stranger.name())).as("one contradiction stands").isEqualTo(1);

        // When
        assertThat(witnesses.ask(stranger)).isTrue();
        grow();
        answers.add(new Answer(422, "text/plain", "no"));
        assertThat(witnesses.ask(stranger)).isFalse();
        // Then
        assertThat(Rows.number(entries, stranger.name())).as("it cosigned in between").isEqualTo(2);
    }
}
