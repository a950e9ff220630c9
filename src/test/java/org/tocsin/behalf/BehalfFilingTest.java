package org.tocsin.behalf;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.json.Json;
import org.tocsin.local.As;
import org.tocsin.local.Await;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestOrganisation;
import org.tocsin.local.Together;
import org.tocsin.report.Drafts;
import org.tocsin.report.FiledReport;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class BehalfFilingTest {

    @Inject
    Transactions transactions;
    @Inject
    EntityManager database;

    private static long filed(ObjectNode call) {
        return Rows.number("select count(*) from report where title = ?", call.at("/submission/title").asText());
    }

    @Test
    void whatALiaisonTakesIsAReportOfTheCallersOrganisation() {
        // Given
        ObjectNode call = Telephone.call(TestOrganisation.A.id());

        // When
        Response answer = Telephone.file(As.LIAISON_1, call);

        // Then
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        assertThat(answer.header("Location")).endsWith("/api/v1/reports/" + answer.path("id"));
        assertThat(answer.<String>path("reference")).startsWith("TOC-");
        assertThat(answer.<String>path("receipt")).startsWith("eyJ");
        JsonPath seen = As.SENSOR_A.asks().get("/api/v1/reports/" + answer.path("id")).jsonPath();
        assertThat(seen.getString("organisation.id")).isEqualTo(TestOrganisation.A.id());
        assertThat(seen.getString("state")).isEqualTo("received");
        assertThat(seen.getString("latest.submission.title")).isEqualTo(call.at("/submission/title").asText());
        assertThat(seen.getString("latest.submittedBy")).isEqualTo("CERT liaison");
        assertThat(seen.getMap("filedOnBehalf")).containsOnlyKeys("caller", "takenBy", "takenAt", "confirmation")
                .containsEntry("caller", "Ada Winter").containsEntry("takenBy", "CERT liaison").containsEntry("confirmation", "unconfirmed");
        assertThat(As.OPERATOR_B.asks().get("/api/v1/reports/" + answer.path("id")).statusCode()).isEqualTo(404);
    }

    @Test
    void aReportThatTheOperatorFiledItselfHasNoMark() {
        assertThat(As.OPERATOR_A.asks().get(FiledReport.by(As.OPERATOR_A).url()).jsonPath().getMap("$")).doesNotContainKey("filedOnBehalf");
    }

    @Test
    void itIsEnrichedFromTheOperatorsOwnInventoryAsIfItHadFiledItItself() {
        // Given
        As.OPERATOR_A.sends("{\"name\": \"Clock\", \"kind\": \"clock\", \"criticality\": 4}").put("/api/v1/assets/behalf-clock");
        ObjectNode call = Telephone.call(TestOrganisation.A.id());
        call.set("submission", Drafts.about("behalf-clock"));

        // When
        FiledReport taken = FiledReport.of(Telephone.file(As.LIAISON_1, call));

        // Then
        FiledReport own = FiledReport.by(As.OPERATOR_A, Drafts.about("behalf-clock"));
        assertThat(As.OPERATOR_A.asks().get(taken.url()).<Object>path("enrichment"))
                .isNotNull().isEqualTo(As.OPERATOR_A.asks().get(own.url()).path("enrichment"));
    }

    @Test
    void theOperatorReadsNeitherNumbersNorWhatWasSaidNorWhoTookIt() {
        // Given
        FiledReport report = FiledReport.of(Telephone.file(As.LIAISON_1, Telephone.back(Telephone.call(TestOrganisation.A.id()))));
        As.LIAISON_1.sends(Telephone.back()).post(report.url() + "/behalf/call-back");
        Await.sequenced();

        // When
        List<Response> answers = new ArrayList<>();
        for (String part : List.of("", "/behalf", "/revisions", "/audit", "/questions", "/deliveries")) {
            answers.add(As.OPERATOR_A.asks().get(report.url() + part));
        }
        answers.add(As.OPERATOR_A.asks().get("/api/v1/behalf?limit=200"));
        answers.add(Telephone.confirm(As.OPERATOR_A, report, "{\"right\": true}"));
        answers.add(Telephone.confirm(As.OPERATOR_A, report, "{\"right\": true}"));

        // Then
        assertThat(answers).extracting(Response::statusCode).containsExactly(200, 200, 200, 200, 200, 200, 200, 200, 409);
        assertThat(answers).allSatisfy(answer -> assertThat(answer.asString() + answer.headers()).doesNotContain(
                "5550100", "5550199", Telephone.SAID, Telephone.HOW, As.LIAISON_1.user(), "\"call\""));
    }

    @Test
    void liaisonsAndAuditorsReadTheWholeCall() {
        // Given
        FiledReport report = FiledReport.of(Telephone.file(As.LIAISON_1, Telephone.back(Telephone.call(TestOrganisation.A.id()))));

        for (As reader : List.of(As.LIAISON_2, As.AUDITOR)) {
            // When
            JsonPath seen = reader.asks().get(report.url() + "/behalf").jsonPath();

            // Then
            assertThat(seen.getString("call.takenBy")).isEqualTo(As.LIAISON_1.user());
            assertThat(seen.getString("call.caller.number")).isEqualTo(Telephone.NUMBER);
            assertThat(seen.getString("call.statements[0].said")).isEqualTo(Telephone.SAID);
            assertThat(seen.getString("call.callBacks[0].number")).isEqualTo(Telephone.BACK);
            assertThat(seen.getString("call.callBacks[0].how")).isEqualTo(Telephone.HOW);
            assertThat(seen.getString("filedOnBehalf.calledBackAt")).isNotNull();
        }
        assertThat(As.AUDITOR.asks().get(report.url() + "/audit").jsonPath().<String>getList("actor"))
                .containsExactly("CERT liaison", "CERT liaison", As.LIAISON_1.user());
        assertThat(As.OPERATOR_A.asks().get(report.url() + "/audit").jsonPath().<String>getList("type"))
                .containsExactly("report.received", "report.taken-on-behalf");
    }

    @ParameterizedTest
    @ValueSource(strings = {"behalf_call", "behalf_call_back"})
    void notEvenTheDatabaseShowsTheCallToTheOperatorsTransaction(String table) {
        // Given
        Telephone.file(As.LIAISON_1, Telephone.back(Telephone.call(TestOrganisation.A.id())));
        assertThat(Rows.number("select count(*) from " + table + " where organisation_id = '" + TestOrganisation.A.id() + "'")).isPositive();

        // When
        long seen = transactions.seeing(Sight.own(TestOrganisation.A.id()), () ->
                ((Number) database.createNativeQuery("select count(*) from " + table).getSingleResult()).longValue());

        // Then
        assertThat(seen).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "organisation; nobody; /organisation; unknown-organisation",
        "caller; {}; /caller/name; missing",
        "caller; {\"name\": \"A\", \"number\": \"030 5550100\"}; /caller/number; wrong-form",
        "callBack; {\"number\": \"+49 30 5550100\", \"at\": \"2026-11-23T03:31:00Z\"}; /callBack/how; missing",
        "statements; [{\"said\": \"x\"}]; /statements/0/at; missing",
        "submission; {\"title\": \"t\", \"awareAt\": \"2026-11-23T03:12:00Z\", \"suspectedMalicious\": \"no\"}; /submission/crossBorder; missing",
        "submission; {\"title\": \"t\", \"awareAt\": \"2026-11-23T03:12:00Z\", \"suspectedMalicious\": \"no\", \"crossBorder\": \"no\", "
                + "\"stage\": \"intermediate\"}; /submission/description; missing-at-stage"})
    void whatIsWrongIsSaidAndNothingIsStored(String field, String value, String pointer, String code) throws Exception {
        // Given
        ObjectNode call = Telephone.call(TestOrganisation.A.id());
        call.set(field, value.startsWith("{") || value.startsWith("[") ? Json.MAPPER.readTree(value)
                : TextNode.valueOf(value));

        // When
        Response answer = Telephone.file(As.LIAISON_1, call);

        // Then
        Telephone.isProblem(answer, 422, "invalid");
        assertThat(answer.jsonPath().<String>getList("faults.pointer")).containsExactly(pointer);
        assertThat(answer.jsonPath().<String>getList("faults.code")).containsExactly(code);
        assertThat(filed(call)).isZero();
    }

    @Test
    void aCallThatIsTooLargeIsRefused() {
        // Given
        ObjectNode call = Telephone.call(TestOrganisation.A.id());
        ((ObjectNode) call.path("submission")).put("description", "x".repeat(600_000));

        // When
        Response answer = Telephone.file(As.LIAISON_1, call);

        // Then
        Telephone.isProblem(answer, 413, "too-large");
    }

    @Test
    void oddTimesAreFlaggedAndNeverRefused() {
        // Given
        ObjectNode call = Telephone.back(Telephone.call(TestOrganisation.A.id()));
        call.put("calledAt", "2031-01-01T00:00:00Z");
        ((ObjectNode) call.path("submission")).put("awareAt", "2031-01-01T00:00:00Z");

        // When
        Response answer = Telephone.file(As.LIAISON_1, call);

        // Then
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        assertThat(answer.<List<String>>path("callFlags")).containsExactly("call-in-future", "statement-before-call", "called-back-before-call");
        assertThat(answer.<List<String>>path("timeFlags")).containsExactly("aware-at-in-future");
        assertThat(As.AUDITOR.asks().get("/api/v1/reports/" + answer.path("id") + "/behalf").<List<String>>path("call.flags"))
                .contains("call-in-future");
    }

    @Test
    void aRepeatGetsTheFirstAnswerByteForByte() {
        // Given
        ObjectNode call = Telephone.call(TestOrganisation.A.id());
        String key = UUID.randomUUID().toString();
        Response first = Telephone.file(As.LIAISON_1, call, key);

        // When
        Response again = Telephone.file(As.LIAISON_1, call, key);

        // Then
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(filed(call)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"organisation, org-b", "calledAt, 2026-11-23T03:20:00Z"})
    void aKeyStandsForOneCallWhicheverOrganisationItIsFor(String field, String other) {
        // Given
        ObjectNode call = Telephone.call(TestOrganisation.A.id());
        String key = UUID.randomUUID().toString();
        Telephone.file(As.LIAISON_1, call, key);

        // When
        Response reused = Telephone.file(As.LIAISON_1, call.deepCopy().put(field, other), key);
        Response anothers = Telephone.file(As.LIAISON_2, Telephone.call(TestOrganisation.A.id()), key);
        Response unusable = Telephone.file(As.LIAISON_1, call, "two words");

        // Then
        Telephone.isProblem(reused, 422, "idempotency-key-reused");
        assertThat(anothers.statusCode()).isEqualTo(201);
        Telephone.isProblem(unusable, 400, "bad-idempotency-key");
        assertThat(filed(call)).isEqualTo(1);
    }

    @Test
    void ofTwinsOneIsFiledAndBothGetItsAnswer() {
        // Given
        ObjectNode call = Telephone.call(TestOrganisation.A.id());
        String key = UUID.randomUUID().toString();

        // When
        List<Response> answers = Together.all(Stream.<Supplier<Response>>generate(() -> () -> Telephone.file(As.LIAISON_1, call, key))
                .limit(4).toList());

        // Then
        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        assertThat(answers).extracting(Response::asString).containsOnly(answers.get(0).asString());
        assertThat(filed(call)).isEqualTo(1);
    }

    @Test
    void whoWasNotCalledBackIsCalledBackLater() {
        // Given
        FiledReport report = Telephone.taken(TestOrganisation.A.id());

        // When
        Response first = As.LIAISON_2.sends(Telephone.back()).post(report.url() + "/behalf/call-back");
        Response second = As.LIAISON_1.sends(Telephone.back().put("at", "2026-11-23T03:31:00Z")).post(report.url() + "/behalf/call-back");

        // Then
        assertThat(first.statusCode()).as(first.asString()).isEqualTo(200);
        assertThat(Instant.parse(second.path("calledBackAt"))).isEqualTo("2026-11-23T03:31:00Z");
        assertThat(As.OPERATOR_A.asks().get(report.url()).<String>path("filedOnBehalf.calledBackAt")).isEqualTo(second.path("calledBackAt"));
        assertThat(As.LIAISON_1.asks().get(report.url() + "/behalf").<List<String>>path("call.callBacks.recordedBy"))
                .containsExactly(As.LIAISON_2.user(), As.LIAISON_1.user());
        Telephone.isProblem(As.LIAISON_1.sends("{}").post(report.url() + "/behalf/call-back"), 422, "invalid");
    }
}
