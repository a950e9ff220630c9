package org.tocsin.witness;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tocsin.audit.log.AddCheckpoint;
import org.tocsin.audit.log.Checkpoint;
import org.tocsin.audit.log.Cosignature;
import org.tocsin.audit.log.Grown;
import org.tocsin.audit.log.Hash;
import org.tocsin.audit.log.Merkle;
import org.tocsin.audit.log.Note;
import org.tocsin.audit.log.NoteSigner;
import org.tocsin.audit.log.SignatureLine;
import org.tocsin.audit.log.Signers;
import org.tocsin.audit.log.VerifierKey;
import org.tocsin.local.As;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.local.Together;
import org.tocsin.seal.Sha256;

/** Each status of C2SP tlog-witness over HTTP, each test with a log of its own. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class WitnessTest {

    private static final String WITNESS = "/audit/witness/";
    private static final Grown TREE = Grown.to(700);
    private static final NoteSigner LOG = WitnessedLog.KEY;

    private static Response add(AddCheckpoint request) {
        return add(new String(request.written(), StandardCharsets.UTF_8));
    }

    private static Response add(String body) {
        return given().contentType("text/plain").body(body.getBytes(StandardCharsets.UTF_8)).post(WITNESS + "add-checkpoint");
    }

    private static AddCheckpoint request(String origin, long old, long size) {
        return WitnessedLog.request(TREE, origin, old, size);
    }

    private static Note cosigned(AddCheckpoint request) {
        Response answer = add(request);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return new Note(request.note().text(), Note.signatures(answer.asByteArray()));
    }

    private static void isRefused(int status, Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.asString()).doesNotContain("— ");
    }

    private static void hasOtherSize(long size, Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(409);
        assertThat(answer.contentType()).isEqualTo("text/x.tlog.size");
        assertThat(answer.asString()).isEqualTo(size + "\n");
    }

    private static VerifierKey ours() {
        return VerifierKey.parse(given().get(WITNESS + "key").asString().strip());
    }

    @Test
    void aTreeThatGrowsIsCosignedEachTime() {
        // When
        Note first = cosigned(request("log-0.example", 0, 3));
        Note second = cosigned(request("log-0.example", 3, 300));
        Note third = cosigned(request("log-0.example", 300, 700));

        // Then
        long now = System.currentTimeMillis() / 1000;
        assertThat(List.of(first, second, third)).allSatisfy(note -> {
            assertThat(note.signedBy(List.of(ours()))).containsExactly(ours());
            assertThat(Cosignature.time(note.signatures().get(0).signature())).isBetween(now - 60, now + 60);
        });
        assertThat(ours().type()).isEqualTo(VerifierKey.COSIGNATURE);
        assertThat(ours().name()).isEqualTo("tocsin/audit/witness");
    }

    @Test
    void theSameTreeMayBeCosignedAgainAndTheEmptyOneToo() {
        cosigned(request("log-1.example", 0, 0));
        cosigned(request("log-1.example", 0, 0));
        cosigned(request("log-1.example", 0, 5));
        cosigned(request("log-1.example", 5, 5));
        assertThat(Rows.column("select size::text from witnessed_log where origin = 'log-1.example'")).containsExactly("5");
    }

    @Test
    void whoDoesNotKnowWhatWasCosignedLastIsToldItsSize() {
        // Given
        cosigned(request("log-2.example", 0, 100));

        // Then
        hasOtherSize(100, add(request("log-2.example", 0, 200)));
        hasOtherSize(100, add(request("log-2.example", 50, 200)));
        hasOtherSize(100, add(request("log-2.example", 150, 200)));
        hasOtherSize(0, add(request("log-3.example", 7, 200)));
    }

    @Test
    void aTreeThatIsRolledBackIsNotCosigned() {
        // Given
        AddCheckpoint earlier = request("log-4.example", 0, 100);
        cosigned(earlier);
        cosigned(request("log-4.example", 100, 300));

        // Then
        hasOtherSize(300, add(earlier));
        hasOtherSize(300, add(request("log-4.example", 100, 200)));
        isRefused(400, add(new AddCheckpoint(300, List.of(), request("log-4.example", 0, 200).note())));
        assertThat(Rows.column("select size::text from witnessed_log where origin = 'log-4.example'")).containsExactly("300");
    }

    @Test
    void whatIsNotProvedIsNotCosigned() {
        // Given
        cosigned(request("log-5.example", 0, 100));
        AddCheckpoint right = request("log-5.example", 100, 300);
        List<Hash> longer = new java.util.ArrayList<>(right.proof());
        longer.add(Merkle.EMPTY);

        // Then
        for (List<Hash> proof : List.of(List.<Hash>of(), right.proof().subList(1, right.proof().size()), longer,
                request("log-5.example", 99, 300).proof())) {
            isRefused(422, add(new AddCheckpoint(100, proof, right.note())));
        }
        isRefused(422, add(new AddCheckpoint(100, List.of(Merkle.EMPTY), request("log-5.example", 0, 100).note())));
        isRefused(422, add(new AddCheckpoint(0, List.of(Merkle.EMPTY), request("log-6.example", 0, 100).note())));
        isRefused(422, add(new AddCheckpoint(0, List.of(), WitnessedLog.signed(new Checkpoint("log-6.example", 0, TREE.leaf(0))))));
        cosigned(right);
    }

    @Test
    void twoTreesOfOneSizeAreNeverBothCosignedAndTheProofIsKept() {
        // Given
        cosigned(request("log-7.example", 0, 100));
        Grown other = Grown.to(100);
        other.entries().set(50, new byte[32]);
        AddCheckpoint lie = WitnessedLog.request(other, "log-7.example", 100, 100);

        // When
        isRefused(422, add(lie));
        hasOtherSize(100, add(WitnessedLog.request(other, "log-7.example", 0, 100)));

        // Then: both are kept, and both are signed by the log
        List<String> kept = Rows.column("""
                select cosigned || '#' || refused from witnessed_split where origin = 'log-7.example'""");
        assertThat(kept).hasSize(1);
        for (String note : kept.get(0).split("#")) {
            assertThat(Note.parse(note).signedBy(List.of(LOG.key()))).hasSize(1);
        }
        assertThat(Rows.number("""
                select count(*) from audit_entry e join audit_payload p on p.entry_id = e.id
                where e.type = 'witness.split-view-found' and convert_from(p.content, 'UTF8') like '%log-7.example%'""")).isEqualTo(1);
        cosigned(request("log-7.example", 100, 101));
    }

    @Test
    void ofALogThatLiesWithoutEndNoMoreIsKeptThanEnough() {
        // Given
        String origin = "log-16.example";
        cosigned(request(origin, 0, 100));
        NoteSigner stranger = Signers.named("stranger.example");

        // When
        for (int i = 0; i < 12; i++) {
            Grown other = Grown.to(100);
            other.entries().set(i, new byte[32]);
            Note lie = WitnessedLog.request(other, origin, 100, 100).note();
            isRefused(422, add(new AddCheckpoint(100, List.of(), lie.with(stranger.sign(lie.text())).with(lie.signatures().get(0)))));
        }

        // Then
        List<String> kept = Rows.column("select refused from witnessed_split where origin = ?", origin);
        assertThat(kept).hasSize(10).allSatisfy(refused -> assertThat(Note.parse(refused).signatures()).as("those that we verified").hasSize(1));
        assertThat(Rows.number("""
                select count(*) from audit_entry e join audit_payload p on p.entry_id = e.id
                where e.type = 'witness.split-view-found' and convert_from(p.content, 'UTF8') like '%' || ? || '%'""", origin)).isEqualTo(10);
    }

    @Test
    void onlyTheLogsOwnSignatureCountsAndAllOthersAreIgnored() {
        // Given
        Note note = request("log-8.example", 0, 9).note();
        NoteSigner stranger = Signers.named(LOG.key().name());

        // Then
        isRefused(404, add(request("unknown.example", 0, 9)));
        isRefused(403, add(new AddCheckpoint(0, List.of(), new Note(note.text(), List.of(stranger.sign(note.text()))))));
        Note forged = new Note(note.text(), List.of(LOG.sign("something else\n")));
        isRefused(403, add(new AddCheckpoint(0, List.of(), forged)));
        Note also = new Note(note.text(), List.of(stranger.sign(note.text()), note.signatures().get(0),
                new SignatureLine("witness.example/pq", 7, new byte[2428])));
        cosigned(new AddCheckpoint(0, List.of(), also));
        assertThat(kept("log-8.example").signatures()).as("only what we verified is kept").hasSize(2);
    }

    @Test
    void whatIsNoRequestIsRefused() {
        for (String body : List.of("", "old 0\n", "old 1\n\nnothing", "{}")) {
            isRefused(400, add(body));
        }
        isRefused(400, add("old 0\n\nlog-9.example\n0001\n" + Merkle.EMPTY.base64() + "\n\n— a AAAAAAA=\n"));
        isRefused(413, add("old 0\n\n" + "x".repeat(132_000)));
        isRefused(405, given().get(WITNESS + "add-checkpoint"));
        assertThat(given().body(request("log-9.example", 0, 1).written()).post(WITNESS + "add-checkpoint").statusCode())
                .as("whatever it says that it is").isEqualTo(200);
    }

    @Test
    void aCheckpointWithManyLargeSignaturesIsTaken() {
        // Given
        AddCheckpoint request = request("log-14.example", 1, 2);
        Note note = request.note();
        for (int i = 0; i < 32; i++) {
            note = note.with(new SignatureLine("witness-" + i + ".example/pq", i, new byte[2428]));
        }

        // When
        AddCheckpoint large = new AddCheckpoint(1, request.proof(), note);
        cosigned(request("log-14.example", 0, 1));

        // Then
        assertThat(large.written()).hasSizeGreaterThan(100 * 1024);
        cosigned(large);
    }

    @Test
    void ofManyRequestsAtOnceOneWins() {
        // Given
        cosigned(request("log-10.example", 0, 10));

        // When
        List<Response> answers = Together.all(IntStream.range(0, 8).<Supplier<Response>>mapToObj(i ->
                () -> add(request("log-10.example", 10, 20 + i))).toList());

        // Then
        assertThat(answers).extracting(Response::statusCode).containsOnlyOnce(200).containsOnly(200, 409);
        String size = Rows.column("select size::text from witnessed_log where origin = 'log-10.example'").get(0);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 409)
                .allSatisfy(answer -> assertThat(answer.asString()).isEqualTo(size + "\n"));
    }

    private static Note kept(String origin) {
        return Note.parse(As.AUDITOR.asks().get(WITNESS + Sha256.hex(Sha256.of(origin.getBytes(StandardCharsets.UTF_8))) + "/checkpoint").asByteArray());
    }

    @Test
    void whatWasCosignedLastIsServedWithBothSignatures() {
        // Given
        cosigned(request("log-11.example", 0, 10));
        cosigned(request("log-11.example", 10, 20));

        // When
        Note note = kept("log-11.example");

        // Then
        assertThat(Checkpoint.parse(note.text()).size()).isEqualTo(20);
        assertThat(note.signedBy(List.of(LOG.key(), ours()))).hasSize(2);
        assertThat(As.OPERATOR_A.asks().get(WITNESS + "0".repeat(64) + "/checkpoint").statusCode()).isEqualTo(403);
        assertThat(given().redirects().follow(false).get(WITNESS + "0".repeat(64) + "/checkpoint").statusCode()).isEqualTo(401);
        assertThat(As.AUDITOR.asks().get(WITNESS + "0".repeat(64) + "/checkpoint").statusCode()).isEqualTo(404);
        assertThat(As.AUDITOR.asks().get(WITNESS + Sha256.hex(Sha256.of("log-15.example".getBytes())) + "/checkpoint").statusCode()).isEqualTo(404);
    }
}
