package org.tocsin.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.local.As;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestOrganisation;

/** What validate says, and that it is what filing then does. The organisation is the class's own, so its rows can be counted. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ValidationTest {

    private static Response validate(String body) {
        Response answer = As.OPERATOR_B.sends(body).post("/api/v1/reports:validate");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer;
    }

    private static Response validate(JsonNode draft) {
        return validate(draft.toString());
    }

    @Test
    void aSoundReportIsValidAndNothingIsStored() {
        // Given
        long rows = Rows.of(TestOrganisation.B.id());

        // When
        Response answer = validate(Drafts.earlyWarning());

        // Then
        assertThat(answer.jsonPath().getBoolean("valid")).isTrue();
        assertThat(answer.jsonPath().getList("faults")).isEmpty();
        assertThat(Rows.of(TestOrganisation.B.id())).isEqualTo(rows);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "", "[]", "{\"title\": \"only this\"}", "{\"severity\": \"critcal\", \"stage\": \"final\"}"})
    void theFaultsAreThoseThatFilingTells(String body) {
        // When
        Response validated = validate(body);

        // Then
        Response filed = As.OPERATOR_B.sends(body).post("/api/v1/reports");
        assertThat(validated.jsonPath().getBoolean("valid")).isFalse();
        assertThat(validated.jsonPath().getList("faults")).isNotEmpty().isEqualTo(filed.jsonPath().getList("faults"));
    }

    @Test
    void eachStageSaysWhatItWouldStillLack() {
        // When
        Response answer = validate(Drafts.earlyWarning().put("severity", "high"));

        // Then
        assertThat(answer.jsonPath().getMap("stages")).containsOnlyKeys(
                "early-warning", "notification", "intermediate", "final", "voluntary");
        assertThat(answer.jsonPath().getList("stages.'early-warning'")).isEmpty();
        assertThat(answer.jsonPath().getList("stages.notification.pointer")).containsExactly("/impact");
        assertThat(answer.jsonPath().getList("stages.final.pointer"))
                .containsExactly("/description", "/impact", "/threats", "/mitigations");
    }

    @Test
    void whatIsOddIsToldAndKeepsNothingOut() {
        // Given
        ObjectNode draft = Drafts.earlyWarning().put("awareAt", "2099-01-01T00:00:00Z");
        draft.withArray("assets").addObject().put("ref", "nobody-listed-" + UUID.randomUUID());

        // When
        Response answer = validate(draft);

        // Then
        assertThat(answer.jsonPath().getBoolean("valid")).isTrue();
        assertThat(answer.jsonPath().getList("warnings.code")).containsExactlyInAnyOrder(
                "aware-at-in-future", "no-contact", "no-severity", "no-tlp", "unlisted-asset");
        assertThat(answer.jsonPath().getString("warnings.find { it.code == 'unlisted-asset' }.pointer")).isEqualTo("/assets/0");
    }

    @Test
    void aListedAssetIsNoWarning() {
        // Given
        String ref = "listed-" + UUID.randomUUID();
        Response listed = As.OPERATOR_B.sends("{\"name\": \"Listed\", \"kind\": \"time-server\", \"criticality\": 4}")
                .put("/api/v1/assets/" + ref);
        assertThat(listed.statusCode()).as(listed.asString()).isEqualTo(201);

        // When
        Response answer = validate(Drafts.about(ref));

        // Then
        assertThat(answer.jsonPath().getList("warnings.code")).doesNotContain("unlisted-asset", "no-assets");
    }

    @Test
    void aRepeatAndAReusedNumberAreTold() {
        // Given
        ObjectNode draft = Drafts.earlyWarning().put("externalRef", UUID.randomUUID().toString());
        FiledReport filed = FiledReport.by(As.OPERATOR_B, draft);

        // When
        Response repeat = validate(draft);
        Response other = validate(draft.deepCopy().put("description", "something else"));

        // Then
        assertThat(repeat.jsonPath().getBoolean("valid")).isTrue();
        assertThat(repeat.jsonPath().getList("warnings.code")).contains("repeat");
        assertThat(other.jsonPath().getBoolean("valid")).isFalse();
        assertThat(other.jsonPath().getList("faults.code")).containsExactly("external-ref-reused");
        assertThat(other.jsonPath().getString("faults[0].message")).contains(filed.id());
    }

    @Test
    void tooLargeABodyIsRefused() {
        // When
        Response answer = As.OPERATOR_B.sends("x".repeat(300_000)).post("/api/v1/reports:validate");

        // Then
        assertThat(answer.statusCode()).isEqualTo(413);
    }
}
