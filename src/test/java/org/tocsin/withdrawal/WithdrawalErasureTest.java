package org.tocsin.withdrawal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.local.As;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestOrganisation;
import org.tocsin.report.FiledReport;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class WithdrawalErasureTest {

    private final String secret = "Dr Weiss " + UUID.randomUUID();
    private FiledReport report;

    @BeforeEach
    void withdraw() {
        report = FiledReport.by(As.OPERATOR_A);
        As.OPERATOR_A.sends("{\"reason\": \"%s\"}".formatted(secret)).post(report.url() + "/withdrawal");
        Response withdrawn = As.LIAISON_1.sends("""
                {"number": 1, "called": "+44 20 7946 0123", "answeredBy": "%s", "calledAt": "2026-11-23T03:40:00Z"}""".formatted(secret))
                .post(report.url() + "/withdrawal/call-back");
        assertThat(withdrawn.statusCode()).as(withdrawn.asString()).isEqualTo(200);
    }

    @Test
    void whyItWasWithdrawnAndWhoWasCalledIsErasedWithTheReport() {
        // When
        Response erased = As.ADMIN.sends("{\"reason\": \"Asked for, GDPR Art. 17.\"}").post(report.url() + "/erasure");

        // Then
        assertThat(erased.statusCode()).as(erased.asString()).isEqualTo(200);
        Response left = As.OPERATOR_A.asks().get(report.url() + "/withdrawal");
        assertThat(left.<String>path("reason")).isEqualTo("Erased");
        assertThat(left.<String>path("askedBy")).isEqualTo(As.OPERATOR_A.user());
        assertThat(left.asString()).doesNotContain(secret, "+44 20");
        assertThat(As.LIAISON_1.asks().get(report.url() + "/audit").asString()).doesNotContain(secret);
        assertThat(As.OPERATOR_A.asks().get(report.url() + "/revisions/1/diff/1").statusCode()).isEqualTo(410);
    }

    @Test
    void itIsInTheOrganisationsExportWithoutTheLiaisonsAccount() throws IOException {
        // When
        byte[] export = As.OPERATOR_A.asks().get("/api/v1/organisations/" + TestOrganisation.A.id() + "/export").asByteArray();

        // Then
        assertThat(file(export, "withdrawals.ndjson")).contains(secret).doesNotContain("liaison-1");
    }

    private static String file(byte[] zip, String name) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        return "";
    }
}
