package org.tocsin.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.audit.log.Checkpoint;
import org.tocsin.audit.log.Grown;
import org.tocsin.audit.log.Hash;
import org.tocsin.audit.log.Note;
import org.tocsin.audit.log.NoteSigner;
import org.tocsin.audit.log.Proofs;
import org.tocsin.audit.log.Signers;
import org.tocsin.audit.log.Tile;
import org.tocsin.audit.log.TileNodes;
import org.tocsin.audit.log.TlogProof;

/** Go's own code on logs of any size that our code wrote, and on such as somebody falsified. */
@EnabledIfSystemProperty(named = GoProgram.NAMED, matches = ".+")
class GoClientTest {

    private static final NoteSigner LOG = Signers.named("log.example");
    private static final int SIZE = 1_000;

    @TempDir
    Path directory;

    private Grown tree = Grown.to(SIZE);
    private String falsified = "";
    private int place;
    private HttpServer server;
    private Path keys;

    @BeforeEach
    void serve() throws IOException {
        keys = Files.writeString(directory.resolve("keys"), LOG.key().written() + "\n");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/log/", exchange -> {
            String path = exchange.getRequestURI().getPath().substring("/log/".length());
            byte[] answer = path.equals("checkpoint") ? bytes(checkpoint(tree.entries().size())) : tree.read(Tile.parse(path));
            if (path.equals(falsified)) {
                answer[place] ^= 1;
            }
            // On a connection that is kept, this server's answers wait for the other side's delayed acknowledgement.
            exchange.getResponseHeaders().set("Connection", "close");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static byte[] bytes(Note note) {
        return note.written().getBytes(StandardCharsets.UTF_8);
    }

    private Note checkpoint(int size) {
        return signed(size, tree.root(size));
    }

    private static Note signed(int size, Hash root) {
        String text = new Checkpoint(LOG.key().name(), size, root).text();
        return new Note(text, List.of(LOG.sign(text)));
    }

    private Program verify(Path... files) throws IOException, InterruptedException {
        return GoProgram.verify("", keys, "http://localhost:" + server.getAddress().getPort() + "/log", files);
    }

    private Path kept(Note checkpoint) throws IOException {
        return Files.write(directory.resolve("checkpoint"), bytes(checkpoint));
    }

    private Path proof(int index) throws IOException {
        TlogProof proof = new TlogProof(Optional.of(tree.entries().get(index)), index,
                Proofs.inclusion(new TileNodes(SIZE, tree), index, SIZE), checkpoint(SIZE));
        return Files.writeString(directory.resolve("proof"), proof.written());
    }

    private static void isRefused(Program program, String because) {
        assertThat(program.said()).contains("NOT PROVED, because " + because);
        assertThat(program.status()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 255, 256, 257, 768, 65_537, 256_300})
    void aLogOfAnySizeIsProvedWhole(int size) throws Exception {
        // Given: with one level or three, and a thousand tiles
        tree = Grown.to(size);

        // When
        Program program = verify(kept(checkpoint((size + 1) / 2)));

        // Then
        assertThat(program.said()).contains("proved: " + size + " entries", "begins with its " + (size + 1) / 2 + " entries");
        assertThat(program.status()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 255, 256, 999})
    void aProofIsProved(int index) throws Exception {
        // When
        Program program = verify(proof(index));

        // Then
        assertThat(program.said()).contains("proved: leaf " + tree.leaf(index).hex() + " is at place " + index);
        assertThat(program.status()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"tile/0/000, 5, the tiles have another hash", "tile/0/002, 4000, ''", "tile/0/003.p/232, 40, ''", "tile/1/000.p/3, 33, ''",
            "tile/entries/000, 2, the entries do not make the root", "tile/entries/003.p/232, 40, the entries do not make the root",
            "tile/entries/000, 0, tile/entries/000 has an entry that is not 32 bytes", "checkpoint, 13, invalid signature"})
    void oneBitThatIsServedWrongIsFound(String path, int at, String because) throws Exception {
        // Given
        falsified = path;
        place = at;

        // Then
        isRefused(verify(), because);
    }

    @Test
    void aLogThatDoesNotBeginWithWhatItSignedIsFound() throws Exception {
        isRefused(verify(kept(signed(300, tree.root(301)))), "the log does not begin with its 300 entries");
        isRefused(verify(kept(signed(SIZE, tree.root(300)))), "the log does not begin with its 1000 entries");
        isRefused(verify(kept(signed(SIZE + 1, tree.root(300)))), "it had 1001 entries, and the log has 1000");
    }

    @Test
    void aKeptCheckpointThatWasChangedIsFound() throws Exception {
        // Given
        Note honest = checkpoint(300);

        // Then
        isRefused(verify(kept(new Note(new Checkpoint(LOG.key().name(), 300, tree.root(301)).text(), honest.signatures()))), "invalid signature");
    }

    @Test
    void aProofThatWasChangedIsFound() throws Exception {
        // Given
        String honest = Files.readString(proof(300));

        // Then
        for (String changed : List.of(honest.replace("index 300", "index 301"), honest.replaceFirst("extra .{4}", "extra AAAA"),
                honest.replaceFirst("(index 300\n).{4}", "$1AAAA"), honest.replaceFirst("(index 300\n).*\n", "$1"))) {
            isRefused(verify(Files.writeString(directory.resolve("proof"), changed)), "leaf ");
        }
    }
}
