package org.tocsin.audit.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.audit.log.Checkpoint;
import org.tocsin.audit.log.Grown;
import org.tocsin.audit.log.Malformed;
import org.tocsin.audit.log.Note;
import org.tocsin.audit.log.NoteSigner;
import org.tocsin.audit.log.Proofs;
import org.tocsin.audit.log.Signers;
import org.tocsin.audit.log.Tile;
import org.tocsin.audit.log.TileNodes;
import org.tocsin.audit.log.TlogProof;
import org.tocsin.local.Certificates;

/** The program as it is called, with a log at an address. */
class VerifyTest {

    private static final NoteSigner LOG = Signers.named("log.example");

    @TempDir
    Path directory;

    private Grown tree = Grown.to(5_000);
    private Note cosigned;
    private HttpServer server;
    private String said;

    @BeforeEach
    void serve() throws IOException {
        server = serve(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    }

    private <S extends HttpServer> S serve(S server) {
        server.createContext("/log/", exchange -> {
            byte[] answer = answer(exchange.getRequestURI().getPath().substring("/log/".length()));
            exchange.sendResponseHeaders(answer == null ? 404 : 200, answer == null ? -1 : answer.length);
            if (answer != null) {
                exchange.getResponseBody().write(answer);
            }
            exchange.close();
        });
        server.start();
        return server;
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Note checkpoint(int size) {
        String text = new Checkpoint("log.example", size, tree.root(size)).text();
        return new Note(text, List.of(LOG.sign(text)));
    }

    private byte[] answer(String path) {
        try {
            return switch (path) {
                case "checkpoint" -> checkpoint(tree.entries().size()).written().getBytes(StandardCharsets.UTF_8);
                case "checkpoint/cosigned" -> cosigned == null ? null : cosigned.written().getBytes(StandardCharsets.UTF_8);
                case "key" -> (LOG.key().written() + "\n").getBytes(StandardCharsets.UTF_8);
                default -> tree.read(Tile.parse(path));
            };
        } catch (Malformed | IndexOutOfBoundsException notThere) {
            return null;
        }
    }

    private int verify(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int result = Verify.run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8));
        said = out.toString(StandardCharsets.UTF_8);
        return result;
    }

    private String log() {
        return "http://localhost:" + server.getAddress().getPort() + "/log";
    }

    @Test
    void aWholeLogIsReadOverHttpAndLaterComparedWithWhatWasKept() {
        // Given
        String kept = directory.resolve("checkpoint").toString();

        // Then
        assertThat(verify("--log", log(), "--key", LOG.key().written(), "--keep", kept)).as(said).isZero();
        assertThat(said).contains("every entry from 0 to 4999 is the one that was signed");
        tree = Grown.to(5_500);
        assertThat(verify("--log", log(), "--since", kept)).as(said).isZero();
        assertThat(said).contains("the key is the one that the log says", "still begins with the 5000 entries");
        tree = Grown.to(4_000);
        assertThat(verify("--log", log(), "--since", kept)).isEqualTo(1);
        assertThat(said).contains("NOT PROVED", "rolled back");
    }

    @Test
    void aChangedEntryIsNamedAndEndsWithOne() {
        // Given
        Grown honest = Grown.to(5_000);
        tree.entries().set(4_321, new byte[32]);
        tree = new Grown() {
            {
                entries().addAll(VerifyTest.this.tree.entries());
            }

            @Override
            public byte[] read(Tile tile) {
                return tile.level() == Tile.ENTRIES ? super.read(tile) : honest.read(tile);
            }

            @Override
            public org.tocsin.audit.log.Hash root(long size) {
                return honest.root(size);
            }
        };

        // Then
        assertThat(verify("--log", log())).isEqualTo(1);
        assertThat(said).contains("first bad index is 4321");
    }

    @Test
    void aProofNeedsNoServerButAKey() throws IOException {
        // Given
        TlogProof proof = new TlogProof(Optional.of(tree.entries().get(77)), 77,
                Proofs.inclusion(new TileNodes(5_000, tree), 77, 5_000), checkpoint(5_000));
        Path file = directory.resolve("report.tlog-proof");
        Files.writeString(file, proof.written());

        // Then
        assertThat(verify(file.toString(), "--key", LOG.key().written())).as(said).isZero();
        assertThat(verify(file.toString(), "--key", Signers.named("log.example").key().written())).isEqualTo(1);
        assertThat(verify(file.toString())).isEqualTo(1);
        assertThat(said).contains("no key was given");
        Files.writeString(file, proof.written().replace("index 77\n", "index 78\n"));
        assertThat(verify(file.toString(), "--key", LOG.key().written())).isEqualTo(1);
        assertThat(said).contains("place 78");
    }

    @Test
    void aWitnessMustHaveCosignedWhatTheLogStillBeginsWith() {
        // Given
        NoteSigner witness = Signers.cosigning("witness.example");
        String key = witness.key().written();

        // Then
        assertThat(verify("--log", log(), "--key", LOG.key().written(), "--witness", key)).isEqualTo(1);
        assertThat(said).contains("there is no cosignature by that key");
        cosigned = checkpoint(4_900).with(witness.cosign(checkpoint(4_900).text(), 1_700_000_000));
        assertThat(verify("--log", log(), "--key", LOG.key().written(), "--witness", key)).as(said).isZero();
        assertThat(said).contains("witness.example has cosigned the checkpoint of 4900 entries, on 2023-11-14T22:13:20Z by its own clock",
                "still begins with the 4900 entries that it had when witnesses cosigned it");
        assertThat(verify("--log", log(), "--witness", key, "--witness", Signers.cosigning("witness.example").key().written())).isEqualTo(1);
        assertThat(verify("--log", log(), "--witness", LOG.key().written())).isEqualTo(1);
        tree.entries().set(17, new byte[32]);
        assertThat(verify("--log", log(), "--witness", key)).isEqualTo(1);
        assertThat(said).contains("first bad index is one from 0 to 4899", "split view");
    }

    @Test
    void aProofCarriesItsCosignatures() throws IOException {
        // Given
        NoteSigner witness = Signers.cosigning("witness.example");
        Note note = checkpoint(5_000).with(witness.cosign(checkpoint(5_000).text(), 1_700_000_000));
        TlogProof proof = new TlogProof(Optional.of(tree.entries().get(77)), 77,
                Proofs.inclusion(new TileNodes(5_000, tree), 77, 5_000), note);
        String file = Files.writeString(directory.resolve("report.tlog-proof"), proof.written()).toString();

        // Then
        assertThat(verify(file, "--key", LOG.key().written(), "--witness", witness.key().written())).as(said).isZero();
        assertThat(said).contains("witness.example has cosigned the checkpoint of 5000 entries");
        assertThat(verify(file, "--key", LOG.key().written(), "--witness", Signers.cosigning("witness.example").key().written())).isEqualTo(1);
    }

    @Test
    void aServerThatAsksForACertificateIsShownOne() throws IOException {
        // Given
        Certificates certificates = Certificates.at(directory);
        HttpsServer demanding = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        demanding.setHttpsConfigurator(new HttpsConfigurator(certificates.as(certificates.server())) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters demand = getSSLContext().getDefaultSSLParameters();
                demand.setNeedClientAuth(true);
                parameters.setSSLParameters(demand);
            }
        });
        String log = "https://localhost:" + serve(demanding).getAddress().getPort() + "/log";
        String authority = certificates.authority().toString();
        String certificate = certificates.gateway().certificate().toString();
        String key = certificates.gateway().key().toString();

        // Then
        try {
            assertThat(verify("--log", log, "--ca", authority, "--cert", certificate, "--cert-key", key)).as(said).isZero();
            assertThat(verify("--log", log, "--ca", authority)).as("nothing is shown").isEqualTo(1);
            assertThat(said).contains("the server does not answer");
            assertThat(verify("--log", log, "--cert", certificate, "--cert-key", key)).as("the server's is of no authority that is trusted").isEqualTo(1);
            assertThat(said).contains("the server does not answer");
            String stranger = certificates.stranger().certificate().toString();
            assertThat(verify("--log", log, "--ca", authority, "--cert", stranger, "--cert-key", certificates.stranger().key().toString())).isEqualTo(1);
            assertThat(verify("--log", log, "--ca", authority, "--cert", certificate)).as("no key").isEqualTo(2);
            assertThat(verify("--log", log, "--ca", authority, "--cert", certificate, "--cert-key", authority)).isEqualTo(2);
            assertThat(said).contains(authority + ", which must hold a private key in PEM");
            assertThat(verify("--log", log, "--ca", key)).isEqualTo(2);
            assertThat(said).contains(key + ", which must hold certificates in PEM");
        } finally {
            demanding.stop(0);
        }
    }

    @Test
    void whoAsksWronglyIsTold() {
        assertThat(verify()).isEqualTo(2);
        assertThat(verify("--log")).isEqualTo(2);
        assertThat(verify("a", "b")).isEqualTo(2);
        assertThat(verify(directory.resolve("none").toString())).isEqualTo(2);
        assertThat(verify("--log", "http://localhost:" + server.getAddress().getPort() + "/nothing")).isEqualTo(1);
    }
}
