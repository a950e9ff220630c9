package org.tocsin.party;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.local.As.ADMIN;
import static org.tocsin.local.As.AUDITOR;
import static org.tocsin.local.As.LIAISON_1;
import static org.tocsin.local.As.OPERATOR_A;
import static org.tocsin.local.As.SENSOR_A;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.local.As;
import org.tocsin.local.StackResource;

/** Who may do what. An operation that is new must be entered here: one test says so. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class RolesTest {

    private static final Set<As> EVERY_ROLE = EnumSet.of(OPERATOR_A, SENSOR_A, LIAISON_1, AUDITOR, ADMIN);
    private static final Set<As> READERS = EnumSet.of(OPERATOR_A, SENSOR_A, LIAISON_1, AUDITOR);
    private static final Set<As> SENDERS = EnumSet.of(OPERATOR_A, SENSOR_A, LIAISON_1);

    private static final Map<String, Set<As>> ALLOWED = Map.ofEntries(
            Map.entry("POST /api/v1/reports", EnumSet.of(OPERATOR_A, SENSOR_A)),
            Map.entry("POST /api/v1/reports:batch", EnumSet.of(OPERATOR_A, SENSOR_A)),
            Map.entry("POST /api/v1/reports:validate", EnumSet.of(OPERATOR_A, SENSOR_A)),
            Map.entry("GET /api/v1/reports", READERS),
            Map.entry("GET /api/v1/reports/{id}", READERS),
            Map.entry("GET /api/v1/reports/{id}/revisions", READERS),
            Map.entry("POST /api/v1/reports/{id}/revisions", EnumSet.of(OPERATOR_A, SENSOR_A)),
            Map.entry("GET /api/v1/reports/{id}/revisions/{number}", READERS),
            Map.entry("GET /api/v1/reports/{id}/revisions/{from}/diff/{to}", READERS),
            Map.entry("GET /api/v1/reports/{id}/deliveries", READERS),
            Map.entry("POST /api/v1/reports/{id}/deliveries/{delivery}/retry", EnumSet.of(LIAISON_1)),
            Map.entry("POST /api/v1/reports/{id}/deliveries/{delivery}/give-up", EnumSet.of(LIAISON_1)),
            Map.entry("POST /api/v1/triage/{id}/reject", EnumSet.of(LIAISON_1)),
            Map.entry("POST /api/v1/triage/{id}/merge", EnumSet.of(LIAISON_1)),
            Map.entry("POST /api/v1/triage/{id}/unmerge", EnumSet.of(LIAISON_1)),
            Map.entry("GET /api/v1/handovers", EnumSet.of(LIAISON_1)),
            Map.entry("POST /api/v1/handovers", EnumSet.of(LIAISON_1)),
            Map.entry("POST /api/v1/handovers/{handover}/take", EnumSet.of(LIAISON_1)),
            Map.entry("DELETE /api/v1/handovers/{handover}", EnumSet.of(LIAISON_1)),
            Map.entry("GET /api/v1/triage/{id}/incident", EnumSet.of(LIAISON_1, AUDITOR)),
            Map.entry("GET /api/v1/triage/{id}/links", EnumSet.of(LIAISON_1, AUDITOR)),
            Map.entry("POST /api/v1/triage/{id}/links", EnumSet.of(LIAISON_1)),
            Map.entry("DELETE /api/v1/triage/{id}/links/{link}", EnumSet.of(LIAISON_1)),
            Map.entry("GET /api/v1/triage/{id}/notes", EnumSet.of(LIAISON_1, AUDITOR)),
            Map.entry("POST /api/v1/triage/{id}/notes", EnumSet.of(LIAISON_1)),
            Map.entry("GET /api/v1/audit", EnumSet.of(AUDITOR)),
            Map.entry("GET /api/v1/reports/{id}/audit", EnumSet.of(OPERATOR_A, LIAISON_1, AUDITOR)),
            Map.entry("GET /api/v1/reports/{id}/proof", READERS),
            Map.entry("GET /api/v1/reports/{id}/evidence", EnumSet.of(OPERATOR_A, LIAISON_1, AUDITOR)),
            Map.entry("POST /api/v1/reports/{id}/questions", EnumSet.of(LIAISON_1)),
            Map.entry("GET /api/v1/reports/{id}/questions", READERS),
            Map.entry("GET /api/v1/questions", READERS),
            Map.entry("GET /api/v1/questions/{id}", READERS),
            Map.entry("POST /api/v1/questions/{id}/answer", EnumSet.of(OPERATOR_A, SENSOR_A)),
            Map.entry("POST /api/v1/questions/{id}/drop", EnumSet.of(LIAISON_1)),
            Map.entry("POST /api/v1/reports/{id}/attachments", SENDERS),
            Map.entry("GET /api/v1/reports/{id}/attachments", READERS),
            Map.entry("GET /api/v1/reports/{id}/attachments/{attachment}", READERS),
            Map.entry("GET /api/v1/reports/{id}/attachments/{attachment}/content", READERS),
            Map.entry("PATCH /api/v1/reports/{id}/uploads/{upload}", SENDERS),
            Map.entry("DELETE /api/v1/reports/{id}/uploads/{upload}", SENDERS),
            Map.entry("POST /api/v1/behalf", EnumSet.of(LIAISON_1)),
            Map.entry("GET /api/v1/behalf", READERS),
            Map.entry("GET /api/v1/reports/{id}/behalf", READERS),
            Map.entry("POST /api/v1/reports/{id}/behalf/confirmation", EnumSet.of(OPERATOR_A)),
            Map.entry("POST /api/v1/reports/{id}/behalf/call-back", EnumSet.of(LIAISON_1)),
            Map.entry("GET /api/v1/reports/{id}/withdrawal", READERS),
            Map.entry("POST /api/v1/reports/{id}/withdrawal", EnumSet.of(OPERATOR_A)),
            Map.entry("POST /api/v1/reports/{id}/withdrawal/confirm", EnumSet.of(OPERATOR_A)),
            Map.entry("POST /api/v1/reports/{id}/withdrawal/cancel", EnumSet.of(OPERATOR_A)),
            Map.entry("POST /api/v1/reports/{id}/withdrawal/call-back", EnumSet.of(LIAISON_1)),
            Map.entry("POST /api/v1/reports/{id}/withdrawal/refuse", EnumSet.of(LIAISON_1)),
            Map.entry("GET /api/v1/organisations/{id}/retention", EnumSet.of(OPERATOR_A, AUDITOR, ADMIN)),
            Map.entry("PUT /api/v1/organisations/{id}/retention", EnumSet.of(ADMIN)),
            Map.entry("POST /api/v1/organisations/{id}/holds", EnumSet.of(ADMIN)),
            Map.entry("GET /api/v1/organisations/{id}/export", EnumSet.of(OPERATOR_A, ADMIN)),
            Map.entry("POST /api/v1/reports/{id}/holds", EnumSet.of(ADMIN)),
            Map.entry("POST /api/v1/reports/{id}/erasure", EnumSet.of(ADMIN)),
            Map.entry("GET /api/v1/holds", EnumSet.of(AUDITOR, ADMIN)),
            Map.entry("DELETE /api/v1/holds/{hold}", EnumSet.of(ADMIN)),
            Map.entry("GET /api/v1/retention/preview", EnumSet.of(AUDITOR, ADMIN)),
            Map.entry("GET /api/v1/triage", EnumSet.of(LIAISON_1)),
            Map.entry("POST /api/v1/triage/{id}/claim", EnumSet.of(LIAISON_1)),
            Map.entry("POST /api/v1/triage/{id}/unclaim", EnumSet.of(LIAISON_1)),
            Map.entry("POST /api/v1/triage/{id}/grade", EnumSet.of(LIAISON_1)),
            Map.entry("POST /api/v1/triage/{id}/release", EnumSet.of(LIAISON_1)),
            Map.entry("GET /api/v1/quarantine", READERS),
            Map.entry("GET /api/v1/quarantine/{id}", READERS),
            Map.entry("POST /api/v1/quarantine/{id}/acceptance", EnumSet.of(LIAISON_1)),
            Map.entry("POST /api/v1/quarantine/{id}/refusal", EnumSet.of(LIAISON_1)),
            Map.entry("POST /api/v1/quarantine/nonces", EnumSet.of(SENSOR_A)),
            Map.entry("GET /api/v1/clients", EnumSet.of(AUDITOR, ADMIN)),
            Map.entry("POST /api/v1/clients", EnumSet.of(ADMIN)),
            Map.entry("GET /api/v1/clients/{id}", EnumSet.of(AUDITOR, ADMIN)),
            Map.entry("POST /api/v1/clients/{id}/rotation", EnumSet.of(ADMIN)),
            Map.entry("POST /api/v1/clients/{id}/cut-off", EnumSet.of(ADMIN)),
            Map.entry("POST /api/v1/clients/{id}/restoration", EnumSet.of(ADMIN)),
            Map.entry("POST /api/v1/triage/{id}/close", EnumSet.of(LIAISON_1)),
            Map.entry("POST /api/v1/triage/{id}/reopen", EnumSet.of(LIAISON_1)),
            Map.entry("GET /api/v1/assets", READERS),
            Map.entry("GET /api/v1/assets/{ref}", READERS),
            Map.entry("PUT /api/v1/assets/{ref}", EnumSet.of(OPERATOR_A)),
            Map.entry("DELETE /api/v1/assets/{ref}", EnumSet.of(OPERATOR_A)),
            Map.entry("GET /api/v1/changes", READERS),
            Map.entry("GET /api/v1/webhooks", EnumSet.of(OPERATOR_A, SENSOR_A)),
            Map.entry("POST /api/v1/webhooks", EnumSet.of(OPERATOR_A)),
            Map.entry("GET /api/v1/webhooks/{id}", EnumSet.of(OPERATOR_A, SENSOR_A)),
            Map.entry("PUT /api/v1/webhooks/{id}", EnumSet.of(OPERATOR_A)),
            Map.entry("DELETE /api/v1/webhooks/{id}", EnumSet.of(OPERATOR_A)),
            Map.entry("POST /api/v1/webhooks/{id}/secret", EnumSet.of(OPERATOR_A)),
            Map.entry("POST /api/v1/webhooks/{id}/enable", EnumSet.of(OPERATOR_A)),
            Map.entry("POST /api/v1/webhooks/{id}/ping", EnumSet.of(OPERATOR_A)),
            Map.entry("GET /api/v1/webhooks/{id}/attempts", EnumSet.of(OPERATOR_A, SENSOR_A)),
            Map.entry("GET /api/v1/duty/pages", EnumSet.of(LIAISON_1, AUDITOR)),
            Map.entry("GET /api/v1/duty/pages/{id}", EnumSet.of(LIAISON_1, AUDITOR)),
            Map.entry("POST /api/v1/duty/pages/{id}/acknowledgement", EnumSet.of(LIAISON_1)),
            Map.entry("GET /api/v1/organisations/{id}/compromise", EVERY_ROLE),
            Map.entry("GET /api/v1/organisations/{id}/contacts", EnumSet.of(OPERATOR_A, LIAISON_1, AUDITOR, ADMIN)),
            Map.entry("PUT /api/v1/organisations/{id}/contacts", EnumSet.of(OPERATOR_A, ADMIN)),
            Map.entry("POST /api/v1/organisations/{id}/contacts/held/{held}/confirm", EnumSet.of(LIAISON_1, ADMIN)),
            Map.entry("POST /api/v1/organisations/{id}/contacts/held/{held}/refuse", EnumSet.of(LIAISON_1, ADMIN)),
            Map.entry("PUT /api/v1/organisations/{id}/compromise", EnumSet.of(OPERATOR_A, LIAISON_1, ADMIN)),
            Map.entry("DELETE /api/v1/organisations/{id}/compromise", EnumSet.of(LIAISON_1, ADMIN)),
            Map.entry("POST /api/v1/assets:import", EnumSet.of(OPERATOR_A)),
            Map.entry("GET /api/v1/assets:export", READERS),
            Map.entry("GET /api/v1/assets:coverage", EnumSet.of(OPERATOR_A, LIAISON_1, AUDITOR)),
            Map.entry("GET /api/v1/assets/{ref}/graph", READERS));

    private static Response call(String operation, RequestSpecification caller) {
        String[] methodAndPath = operation.split(" ");
        boolean hasBody = !methodAndPath[0].equals("GET") && !methodAndPath[0].equals("DELETE");
        return (hasBody ? caller.contentType("application/json").body("{}") : caller)
                .request(methodAndPath[0], methodAndPath[1].replaceAll("\\{[a-z]+}", "none-such"));
    }

    static Stream<Arguments> refused() {
        return ALLOWED.entrySet().stream().flatMap(operation -> EVERY_ROLE.stream()
                .filter(role -> !operation.getValue().contains(role))
                .map(role -> Arguments.of(operation.getKey(), role)));
    }

    static Stream<Arguments> allowed() {
        return ALLOWED.entrySet().stream().flatMap(operation -> operation.getValue().stream()
                .map(role -> Arguments.of(operation.getKey(), role)));
    }

    static Set<String> operations() {
        return new TreeSet<>(ALLOWED.keySet());
    }

    @ParameterizedTest
    @MethodSource
    void refused(String operation, As role) {
        // When
        Response answer = call(operation, role.asks());

        // Then
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:tocsin:problem:forbidden");
    }

    @ParameterizedTest
    @MethodSource
    void allowed(String operation, As role) {
        // When
        Response answer = call(operation, role.asks());

        // Then
        assertThat(answer.statusCode()).as(answer.asString()).isIn(200, 400, 404, 422, 428);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void nobodyGetsAnythingWithoutAToken(String operation) {
        // When
        Response answer = call(operation, given());

        // Then
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:tocsin:problem:unauthenticated");
    }

    @Test
    void everyOperationOfTheApiIsInTheTable() {
        // When
        Map<String, Map<String, Object>> paths = given().get("/openapi?format=json").jsonPath().getMap("paths");

        // Then
        Set<String> served = new TreeSet<>();
        paths.forEach((path, operations) -> operations.keySet().stream()
                .filter(method -> path.startsWith("/api/") && Set.of("get", "put", "post", "delete", "patch").contains(method))
                .forEach(method -> served.add(method.toUpperCase() + " " + path)));
        assertThat(served).isEqualTo(operations());
    }
}
