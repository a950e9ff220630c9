package org.tocsin.delivery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tocsin.json.Json;
import org.tocsin.local.Await;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.peer.Documents;
import org.tocsin.peer.Kept;
import org.tocsin.seal.Signed;
import org.tocsin.seal.TrustedKeys;

/** From a sensor's post to the CERT's case number. The one service plays both parts. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class WayOutTest {

    private static ObjectNode draft() {
        return Documents.bare().put("title", "Offset that grows, " + UUID.randomUUID()).put("tlp", "TLP:AMBER");
    }

    @Test
    void aReleasedReportIsAcknowledgedWithTheCertsCaseNumber() {
        // Given
        Outgoing outgoing = Outgoing.filed(draft());

        // When
        JsonNode delivery = outgoing.released().delivered().path(0);

        // Then
        JsonNode report = outgoing.report();
        assertThat(report.path("state").asText()).isEqualTo("acknowledged");
        assertThat(report.path("caseReference").asText()).isNotBlank().isEqualTo(delivery.path("caseReference").asText());
    }

    @Test
    void theStoredReceiptVerifiesByTheKeysThatTheCertPublishes() throws Exception {
        // Given
        Outgoing outgoing = Outgoing.filed(draft());
        String keys = given().get("/.well-known/tocsin-keys.json").asString();

        // When
        JsonNode delivery = outgoing.released().delivered().path(0);

        // Then
        Signed signed = TrustedKeys.of(keys).verify(delivery.path("receipt").asText()).orElseThrow();
        JsonNode receipt = Json.MAPPER.readTree(signed.payload());
        assertThat(signed.header()).containsEntry("typ", "tocsin-cert-receipt+jws");
        assertThat(receipt.path("deliveryId")).isEqualTo(delivery.path("id"));
        assertThat(receipt.path("submissionId")).isEqualTo(delivery.path("submissionId"));
        assertThat(receipt.path("documentSha256")).isEqualTo(delivery.path("documentSha256"));
        assertThat(receipt.path("caseReference")).isEqualTo(delivery.path("caseReference"));
    }

    @Test
    void theReportStandsAtTheCertWithWhereItCameFrom() {
        // Given
        ObjectNode draft = draft();
        Outgoing outgoing = Outgoing.filed(draft);

        // When
        String caseReference = outgoing.released().delivered().path(0).path("caseReference").asText();

        // Then
        JsonNode theirs = new Outgoing(caseReference).report();
        assertThat(theirs.path("latest").path("submission").path("title")).isEqualTo(draft.path("title"));
        assertThat(theirs.path("state").asText()).isEqualTo("received");
        JsonNode origin = theirs.path("liaison").path("origin");
        assertThat(origin.path("peer").asText()).isEqualTo("gateway");
        assertThat(origin.path("report").asText()).isEqualTo(outgoing.name());
        assertThat(origin.path("operator").asText()).isEqualTo("National Time Service, Demo");
    }

    @Test
    void theCertHoldsTheVeryBytesThatWereStoredForIt() {
        // Given
        Outgoing outgoing = Outgoing.filed(draft());

        // When
        JsonNode delivery = outgoing.released().delivered().path(0);

        // Then
        assertThat(Rows.number("""
                select count(*) from delivery d
                join peer_submission p on p.delivery_id = d.id::text
                where d.id = ?
                  and p.document = d.document
                  and p.digest = d.digest
                  and sha256(d.document) = d.digest""", UUID.fromString(delivery.path("id").asText()))).isEqualTo(1);
    }

    @Test
    void oneReleaseMakesOneReportThere() {
        // Given
        Outgoing outgoing = Outgoing.filed(draft());

        // When
        outgoing.released().delivered();

        // Then
        assertThat(Kept.reports(UUID.fromString(outgoing.name()))).isEqualTo(1);
    }

    @Test
    void anAnswerThatWasLostIsFetchedAgainAndNothingIsDoubled() throws Exception {
        // Given
        Outgoing outgoing = Outgoing.filed(draft());
        JsonNode first = outgoing.released().delivered().path(0);

        // When
        UndoneDelivery.asIfTheReceiptHadNotCome(UUID.fromString(first.path("id").asText()));
        Await.until("the repeat", () -> outgoing.deliveries().path(0).path("attempts").size() == 2);

        // Then
        JsonNode again = outgoing.delivered().path(0);
        assertThat(again.path("receipt")).isEqualTo(first.path("receipt"));
        assertThat(Kept.revisions(UUID.fromString(outgoing.name()))).isEqualTo(1);
    }
}
