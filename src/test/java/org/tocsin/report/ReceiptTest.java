package org.tocsin.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.tocsin.json.Json;
import org.tocsin.local.As;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.seal.Sha256;
import org.tocsin.seal.Signed;
import org.tocsin.seal.TrustedKeys;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ReceiptTest {

    private static TrustedKeys published() {
        return TrustedKeys.of(given().get("/.well-known/tocsin-keys.json").asString());
    }

    private static Response post() {
        return As.OPERATOR_A.sends(Drafts.example("gnss-spoofing").put("externalRef", Drafts.earlyWarning().path("title").asText()))
                .post("/api/v1/reports");
    }

    @Test
    void itVerifiesWithThePublishedKeys() throws Exception {
        // Given
        Response answer = post();

        // When
        Signed receipt = published().verify(answer.path("receipt")).orElseThrow();

        // Then
        JsonNode statement = Json.MAPPER.readTree(receipt.payload());
        assertThat(receipt.header()).containsEntry("alg", "EdDSA").containsEntry("typ", "tocsin-receipt+jws");
        assertThat(statement.path("report").asText()).isEqualTo(answer.path("id"));
        assertThat(statement.path("revision").asInt()).isEqualTo(1);
        assertThat(statement.path("receivedAt").asText()).isEqualTo(answer.path("receivedAt"));
    }

    @Test
    void itsDigestIsThatOfTheStoredBody() throws Exception {
        // Given
        Response answer = post();

        // When
        JsonNode statement = Json.MAPPER.readTree(published().verify(answer.path("receipt")).orElseThrow().payload());

        // Then
        String body = Rows.column("select encode(body, 'hex') from revision where report_id::text = ?",
                answer.<String>path("id")).get(0);
        assertThat(statement.path("bodySha256").asText()).isEqualTo(Sha256.hex(Sha256.of(HexFormat.of().parseHex(body))));
    }

    @Test
    void anotherBodyHasAnotherDigest() {
        assertThat(post().<String>path("receipt")).isNotEqualTo(post().path("receipt"));
    }

    @Test
    void thePrivateKeyIsNotPublished() {
        // When
        Response keys = given().get("/.well-known/tocsin-keys.json");

        // Then
        assertThat(keys.contentType()).startsWith("application/jwk-set+json");
        assertThat(keys.jsonPath().getMap("keys[0]")).containsKeys("kid", "x").doesNotContainKey("d");
    }
}
