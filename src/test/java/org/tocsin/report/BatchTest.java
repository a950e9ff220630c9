package org.tocsin.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.json.Json;
import org.tocsin.local.As;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.local.Together;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class BatchTest {

    private final ObjectNode batch = Json.MAPPER.createObjectNode();
    private final ArrayNode reports = batch.putArray("reports");
    /** All reports of one test have it in their titles. */
    private final String mark = UUID.randomUUID().toString();

    private ObjectNode add() {
        return add(UUID.randomUUID().toString());
    }

    private ObjectNode add(String key) {
        ObjectNode draft = Drafts.earlyWarning();
        draft.put("title", "Batch " + mark + " " + reports.size());
        reports.addObject().put("idempotencyKey", key).set("report", draft);
        return draft;
    }

    private static Response post(As sender, Object body) {
        return sender.sends(body.toString()).post("/api/v1/reports:batch");
    }

    private Response post() {
        Response answer = post(As.OPERATOR_A, batch);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer;
    }

    private long filed() {
        return Rows.number("select count(*) from report where title like ?", "Batch " + mark + "%");
    }

    @Test
    void eachIsFiledAndAnsweredAsItWouldBeAlone() throws Exception {
        // Given
        IntStream.range(0, 3).forEach(i -> add());

        // When
        Response answer = post();

        // Then
        assertThat(answer.jsonPath().getInt("filed")).isEqualTo(3);
        assertThat(answer.jsonPath().getInt("refused")).isZero();
        assertThat(answer.jsonPath().getList("results.status")).containsExactly(201, 201, 201);
        for (int i = 0; i < 3; i++) {
            String one = Json.MAPPER.readTree(answer.asByteArray()).at("/results/" + i + "/report").toString();
            Response alone = As.OPERATOR_A.sends(reports.get(i).get("report"))
                    .header("Idempotency-Key", reports.get(i).get("idempotencyKey").textValue()).post("/api/v1/reports");
            assertThat(alone.asString()).isEqualTo(one);
        }
        assertThat(filed()).isEqualTo(3);
    }

    @Test
    void fiveHundredAreFiledInTheOrderOfTheBatch() {
        // Given
        IntStream.range(0, 500).forEach(i -> add());

        // When
        Response answer = post();

        // Then
        assertThat(answer.jsonPath().getInt("filed")).isEqualTo(500);
        List<String> ids = answer.jsonPath().getList("results.report.id");
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(Rows.column("select title from report where id = ?", UUID.fromString(ids.get(317))))
                .containsExactly("Batch " + mark + " 317");
        assertThat(filed()).isEqualTo(500);
    }

    @Test
    void theSameBatchAgainGetsTheSameAnswer() {
        // Given
        IntStream.range(0, 120).forEach(i -> add());
        Response first = post();

        // When
        Response again = post();

        // Then
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(filed()).isEqualTo(120);
    }

    @Test
    void theSameBatchManyTimesAtOnceFilesEachReportOnce() {
        // Given
        IntStream.range(0, 40).forEach(i -> add());

        // When
        List<String> answers = Together.all(IntStream.range(0, 6).<Supplier<String>>mapToObj(i -> () -> post().asString()).toList());

        // Then
        assertThat(answers).containsOnly(answers.get(0));
        assertThat(filed()).isEqualTo(40);
    }

    @Test
    void aTwinWithinTheBatchGetsTheFirstOnesAnswer() {
        // Given
        String key = UUID.randomUUID().toString();
        ObjectNode draft = add(key);
        reports.addObject().put("idempotencyKey", key).set("report", draft);

        // When
        Response answer = post();

        // Then
        assertThat(answer.jsonPath().getString("results[1].report.id")).isEqualTo(answer.jsonPath().getString("results[0].report.id"));
        assertThat(filed()).isEqualTo(1);
    }

    @Test
    void whatIsRefusedDoesNotHoldUpTheOthers() {
        // Given
        String key = UUID.randomUUID().toString();
        add();
        add().remove("awareAt");
        add().put("severity", "critcal").put("title", "bell \u0007");
        add(key);
        add(key);
        reports.addObject().put("report", "not an object");
        reports.addObject().put("idempotencyKey", "with a space").set("report", Drafts.earlyWarning());
        add();

        // When
        Response answer = post();

        // Then
        assertThat(answer.jsonPath().getList("results.status")).containsExactly(201, 422, 422, 201, 422, 422, 422, 201);
        assertThat(answer.jsonPath().getInt("filed")).isEqualTo(3);
        assertThat(answer.jsonPath().getInt("refused")).isEqualTo(5);
        assertThat(answer.jsonPath().getList("results[1].problem.faults.pointer")).containsExactly("/reports/1/report/awareAt");
        assertThat(answer.jsonPath().getList("results[2].problem.faults.pointer"))
                .containsExactlyInAnyOrder("/reports/2/report/title", "/reports/2/report/severity");
        assertThat(answer.jsonPath().getString("results[4].problem.type")).isEqualTo("urn:tocsin:problem:idempotency-key-reused");
        assertThat(answer.jsonPath().getList("results[5].problem.faults.pointer")).containsExactly("/reports/5/report");
        assertThat(answer.jsonPath().getList("results[6].problem.faults.pointer")).containsExactly("/reports/6/idempotencyKey");
        assertThat(filed()).isEqualTo(3);
    }

    @Test
    void aReportLargerThanOneMayBeAloneIsRefusedAlone() {
        // Given
        add();
        ObjectNode large = add();
        for (int i = 0; i < 200; i++) {
            large.withArray("mitigations").addObject().put("description", "x".repeat(1500));
        }
        large.set("indicators", Json.MAPPER.createArrayNode());
        for (int i = 0; i < 90; i++) {
            large.withArray("observations").addObject().put("type", "generic").put("note", "y".repeat(4000));
        }

        // When
        Response answer = post();

        // Then
        assertThat(answer.jsonPath().getList("results.status")).containsExactly(201, 422);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{                        | 400 |",
            "[]                       | 422 |",
            "{}                       | 422 | /reports",
            "{\"reports\": []}        | 422 | /reports",
            "{\"reports\": {}}        | 422 | /reports",
            "{\"report\": [{}]}       | 422 | /report",
    })
    void whatIsNoBatchIsRefusedAsAWhole(String body, int status, String pointer) {
        // When
        Response answer = post(As.OPERATOR_A, body);

        // Then
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:tocsin:problem:invalid");
        assertThat(answer.jsonPath().getList("faults.pointer")).contains(pointer == null ? "" : pointer);
    }

    @Test
    void moreThanFiveHundredAreRefusedAsAWhole() {
        // Given
        IntStream.range(0, 501).forEach(i -> add());

        // When
        Response answer = post(As.OPERATOR_A, batch);

        // Then
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().getList("faults.code")).containsExactly("too-many-items");
        assertThat(filed()).isZero();
    }

    @Test
    void soManyFaultsThatSomeAreNotToldRefuseTheWhole() {
        // Given
        add();
        IntStream.range(0, 120).forEach(i -> add().put("title", "bell \u0007 " + mark));

        // When
        Response answer = post(As.OPERATOR_A, batch);

        // Then
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(filed()).isZero();
    }

    @Test
    void tooLargeABodyIsRefused() {
        // When
        Response answer = post(As.OPERATOR_A, "{\"reports\": [\"" + "x".repeat(8 * 1024 * 1024) + "\"]}");

        // Then
        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void twoMachinesWithTheSameKeysDoNotMeet() {
        // Given
        add();
        Response ours = post(As.SENSOR_A, batch);

        // When
        Response theirs = post(As.SENSOR_B, batch);

        // Then
        assertThat(theirs.jsonPath().getInt("filed")).isEqualTo(1);
        assertThat(theirs.jsonPath().getString("results[0].report.id")).isNotEqualTo(ours.jsonPath().getString("results[0].report.id"));
    }

    /** As some clients write it. */
    @Test
    void theColonMayBeEncoded() {
        // Given
        add();

        // When
        Response answer = As.OPERATOR_A.sends(batch.toString()).urlEncodingEnabled(false).post("/api/v1/reports%3Abatch");

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(filed()).isEqualTo(1);
    }
}
