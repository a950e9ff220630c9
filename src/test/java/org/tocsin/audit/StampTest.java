package org.tocsin.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.audit.verify.BadServer;
import org.tocsin.audit.verify.EvidenceFile;
import org.tocsin.audit.verify.Finding;
import org.tocsin.audit.verify.Trusted;
import org.tocsin.audit.verify.StampCheck;
import org.tocsin.audit.log.Malformed;
import org.tocsin.json.Json;
import org.tocsin.local.As;
import org.tocsin.local.Await;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.report.FiledReport;

/** Somebody else's clock says that the log was there: the token is kept, given with the evidence, and checked. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class StampTest {

    private static final Instant THEIR_TIME = Instant.parse("2026-11-23T12:00:00Z");

    @Inject
    Stamping stamping;
    @Inject
    TransparencyLog log;
    @TempDir
    Path directory;

    @BeforeEach
    void nothingIsStampedYet() throws SQLException {
        try (Connection database = Rows.asOwner(); Statement owner = database.createStatement()) {
            owner.execute("delete from audit_stamp");
        }
    }

    private static FiledReport filed() {
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        Await.signed();
        return report;
    }

    private static ObjectNode evidence(FiledReport report) {
        return (ObjectNode) Json.tree(As.OPERATOR_A.asks().get(report.url() + "/evidence").then().statusCode(200).extract().asByteArray());
    }

    private List<Finding> verify(ObjectNode evidence, X509Certificate... known) {
        return EvidenceFile.verify(evidence.toString().getBytes(StandardCharsets.UTF_8), new Trusted(Optional.of(log.keys()), List.of(), List.of(known), Optional.empty(), Optional.empty()), aside -> { });
    }

    private static void isNamed(List<Finding> findings, String words) {
        assertThat(findings).filteredOn(finding -> !finding.isProved()).singleElement().satisfies(finding -> assertThat(finding.because()).contains(words));
    }

    private static ObjectNode lying(ObjectNode evidence, Consumer<ObjectNode> lie) {
        ObjectNode copy = evidence.deepCopy();
        lie.accept((ObjectNode) copy.at("/log/stamp"));
        return copy;
    }

    @Test
    void theEvidenceProvesThatTheReportWasThereBeforeTheAuthoritysTime() throws Exception {
        try (SmallAuthority authority = new SmallAuthority(THEIR_TIME); SmallAuthority stranger = new SmallAuthority(THEIR_TIME)) {
            // Given
            FiledReport report = filed();
            stamping.stampIfDue(authority.line(), List.of(authority.certificate()));
            FiledReport later = filed();

            // When
            ObjectNode evidence = evidence(report);

            // Then
            assertThat(verify(evidence, authority.certificate())).allMatch(Finding::isProved)
                    .anyMatch(finding -> finding.statement().matches("the first \\d+ entries of the log were there at 2026-11-23T12:00:00Z, as the time-stamping authority says"));
            assertThat(evidence(later).path("log").has("stamp")).as("it is of before").isFalse();
            isNamed(verify(evidence, stranger.certificate()), "not by the authority");
            isNamed(verify(lying(evidence, stamp -> stamp.put("token", "AAAA")), authority.certificate()), "no token of RFC 3161");
            isNamed(verify(lying(evidence, stamp -> stamp.putArray("consistency").add(Base64.getEncoder().encodeToString(new byte[32]))), authority.certificate()), "does not begin with what was stamped");
            List<String> asides = new ArrayList<>();
            assertThat(EvidenceFile.verify(evidence.toString().getBytes(StandardCharsets.UTF_8), Trusted.keys(log.keys()), asides::add))
                    .allMatch(Finding::isProved);
            assertThat(asides).anyMatch(aside -> aside.contains("--tsa"));
            byProgram(evidence, authority.certificate());
        }
    }

    private void byProgram(ObjectNode evidence, X509Certificate certificate) throws IOException, CertificateEncodingException {
        Path file = Files.writeString(directory.resolve("evidence.json"), evidence.toString());
        Path pem = Files.writeString(directory.resolve("tsa.pem"), "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(certificate.getEncoded()) + "\n-----END CERTIFICATE-----\n");
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        int result = org.tocsin.audit.verify.Verify.run(new String[] {file.toString(), "--key", log.keys().get(0).written(), "--tsa", pem.toString()},
                new java.io.PrintStream(out));
        assertThat(result).as(out.toString()).isZero();
        assertThat(out.toString()).contains("proved: the first ");
    }

    @Test
    void aStampIsTakenOnceInAnIntervalAndOnlyFromTheAuthorityThatIsKnown() throws Exception {
        try (SmallAuthority authority = new SmallAuthority(THEIR_TIME); SmallAuthority stranger = new SmallAuthority(THEIR_TIME)) {
            filed();
            assertThatThrownBy(() -> stamping.stampIfDue(stranger.line(), List.of(authority.certificate()))).isInstanceOf(Malformed.class);
            assertThat(Rows.number("select count(*) from audit_stamp")).isZero();
            stamping.stampIfDue(authority.line(), List.of(authority.certificate()));
            filed();
            stamping.stampIfDue(authority.line(), List.of(authority.certificate()));
            assertThat(Rows.number("select count(*) from audit_stamp")).isEqualTo(1);
        }
    }

    @Test
    void anAuthorityThatIsDeadDelaysNothing() {
        // When
        StampLine dead = new StampLine(URI.create("http://127.0.0.1:1/"), Duration.ofMillis(200));
        assertThatThrownBy(() -> stamping.stampIfDue(dead, List.of())).isInstanceOf(IOException.class);
        FiledReport report = filed();

        // Then
        assertThat(verify(evidence(report))).allMatch(Finding::isProved);
    }

    @Test
    void anAuthorityWhoseAnswerStallsOrHasNoEndIsGivenUp() throws IOException {
        try (BadServer stalling = BadServer.stalling(); BadServer endless = BadServer.endless()) {
            assertThatThrownBy(() -> new StampLine(stalling.url(), Duration.ofMillis(300)).stamp("text"))
                    .isInstanceOf(IOException.class).hasMessageContaining("did not answer within 300 ms");
            assertThatThrownBy(() -> new StampLine(endless.url(), Duration.ofSeconds(30)).stamp("text"))
                    .isInstanceOf(IOException.class).hasMessageContaining("more than 1048576 bytes");
        }
    }

    @Test
    void aStampOfSomethingElseProvesNothing() throws Exception {
        try (SmallAuthority authority = new SmallAuthority(THEIR_TIME)) {
            byte[] token = authority.line().stamp("another text");
            assertThat(StampCheck.check(token, "another text", List.of(authority.certificate()))).isEqualTo(THEIR_TIME);
            assertThatThrownBy(() -> StampCheck.check(token, "this text", List.of(authority.certificate()))).hasMessageContaining("of something else");
        }
    }
}
