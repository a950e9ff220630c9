package org.tocsin.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tocsin.local.As;
import org.tocsin.local.Await;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.report.Drafts;
import org.tocsin.report.FiledReport;

/** What liaisons do among themselves changes no byte of what the operator is answered; what it can see changes its version. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class OperatorVersionTest {

    /** What liaisons do to a report that liaison-1 holds, and operators do not see. */
    enum Inside {
        PUT_BACK(report -> act(report, "unclaim", "")),
        PUT_BACK_AND_CLAIMED_BY_ANOTHER(report -> {
            act(report, "unclaim", "");
            done(Desk.act(As.LIAISON_2, report, "claim", version(report)));
        }),
        GRADED(report -> act(report, "grade", ", \"severity\": \"critical\", \"confidence\": \"low\", \"grade\": \"C3\"")),
        NOTED(report -> done(As.LIAISON_1.sends("{\"text\": \"Ask their rival\"}").post("/api/v1/triage/" + report.id() + "/notes"))),
        HANDED_OVER(report -> {
            String offer = As.LIAISON_1.sends("{\"note\": \"Look at it\"}").post("/api/v1/handovers").path("id");
            done(As.LIAISON_2.sends("").post("/api/v1/handovers/" + offer + "/take"));
        }),
        LINKED(report -> done(Desk.link(As.LIAISON_1, report, FiledReport.by(As.OPERATOR_B)))),
        MERGED_INTO_ANOTHERS(report -> done(Desk.merge(As.LIAISON_1, report, version(report), FiledReport.by(As.OPERATOR_B)))),
        LEADS_ANOTHERS(report -> done(Desk.merge(As.LIAISON_1, FiledReport.by(As.OPERATOR_B), 1, report))),
        HELD(report -> done(As.ADMIN.sends("{\"reason\": \"Proceedings\"}").post(report.url() + "/holds")));

        private final Consumer<FiledReport> done;

        Inside(Consumer<FiledReport> done) {
            this.done = done;
        }
    }

    /** What the operator can see of what liaisons and operators do to a report that liaison-1 holds. */
    enum Visible {
        ASKED(report -> done(As.LIAISON_1.sends("{\"version\": " + version(report) + ", \"text\": \"Who was there?\"}").post(report.url() + "/questions"))),
        RELEASED(report -> act(report, "release", "")),
        REJECTED(report -> act(report, "reject", ", \"reason\": \"No incident\"")),
        MERGED_WITHIN_THE_ORGANISATION(report -> done(Desk.merge(As.LIAISON_1, report, version(report), FiledReport.by(As.OPERATOR_A)))),
        WITHDRAWAL_ASKED(report -> done(As.OPERATOR_A.sends("{\"reason\": \"By mistake\"}").post(report.url() + "/withdrawal"))),
        REVISED(report -> done(As.OPERATOR_A.sends(Drafts.earlyWarning().put("description", "More is known"))
                .header("If-Match", As.OPERATOR_A.asks().get(report.url()).header("ETag")).post(report.url() + "/revisions")));

        private final Consumer<FiledReport> done;

        Visible(Consumer<FiledReport> done) {
            this.done = done;
        }
    }

    private static FiledReport claimed() {
        FiledReport report = FiledReport.by(As.OPERATOR_A, Drafts.ofSeverity("low"));
        done(Desk.act(As.LIAISON_1, report, "claim", 1));
        return report;
    }

    private static int version(FiledReport report) {
        return As.LIAISON_1.asks().get(report.url()).path("version");
    }

    private static int operatorsVersion(FiledReport report) {
        return As.OPERATOR_A.asks().get(report.url()).path("version");
    }

    private static void act(FiledReport report, String act, String more) {
        done(As.LIAISON_1.sends("{\"version\": %d%s}".formatted(version(report), more)).post("/api/v1/triage/" + report.id() + "/" + act));
    }

    private static void done(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isBetween(200, 204);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsDoneInsideChangesNoByteOfTheOperatorsView(Inside act) {
        // Given
        String from = OperatorsView.now(As.OPERATOR_A);
        FiledReport report = claimed();
        Map<String, String> before = OperatorsView.of(As.OPERATOR_A, report, from);

        // When
        act.done.accept(report);

        // Then
        assertThat(OperatorsView.of(As.OPERATOR_A, report, from)).isEqualTo(before);
        assertThat(before.get(report.url())).startsWith("200").contains("in-triage");
    }

    @ParameterizedTest
    @EnumSource
    void whatTheOperatorSeesChangesItsVersionAndTag(Visible act) {
        // Given
        FiledReport report = claimed();
        act(report, "grade", ", \"severity\": \"high\"");
        Response before = As.OPERATOR_A.asks().get(report.url());

        // When
        act.done.accept(report);

        // Then
        Response after = As.OPERATOR_A.asks().get(report.url());
        assertThat(after.<Integer>path("version")).isGreaterThan(before.<Integer>path("version"));
        assertThat(after.header("ETag")).isNotEqualTo(before.header("ETag"));
        assertThat(after.<String>path("changedAt")).isNotEqualTo(before.path("changedAt"));
    }

    @Test
    void theFirstClaimIsSeenForTheStateChangesByIt() {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A);

        // When
        Desk.act(As.LIAISON_1, report, "claim", 1);

        // Then
        assertThat(operatorsVersion(report)).isEqualTo(2);
    }

    @Test
    void aRevisionThatWasDecidedOnBeforeAGradeIsTaken() {
        // Given
        FiledReport report = claimed();
        String tag = As.OPERATOR_A.asks().get(report.url()).header("ETag");
        act(report, "grade", ", \"severity\": \"high\"");

        // When
        Response revised = As.OPERATOR_A.sends(Drafts.earlyWarning().put("description", "More is known"))
                .header("If-Match", tag).post(report.url() + "/revisions");

        // Then
        assertThat(revised.statusCode()).as(revised.asString()).isEqualTo(201);
        assertThat(revised.header("ETag")).isEqualTo(As.OPERATOR_A.asks().get(report.url()).header("ETag"));
        assertThat(revised.<Integer>path("version")).isEqualTo(operatorsVersion(report));
    }

    @Test
    void whoIsRefusedIsToldTheOperatorsVersion() {
        // Given
        FiledReport report = claimed();
        act(report, "grade", ", \"severity\": \"high\"");

        // When
        Response refused = As.OPERATOR_A.sends(Drafts.earlyWarning()).header("If-Match", "\"0.operator\"").post(report.url() + "/revisions");

        // Then
        assertThat(refused.statusCode()).isEqualTo(412);
        assertThat(refused.<Integer>path("version")).isEqualTo(operatorsVersion(report));
        assertThat(refused.<String>path("etag")).isEqualTo(As.OPERATOR_A.asks().get(report.url()).header("ETag"));
    }

    @Test
    void changesNameTheVersionOfWhoReadsThem() {
        // Given
        String operators = OperatorsView.now(As.OPERATOR_A);
        String liaisons = OperatorsView.now(As.LIAISON_1);
        FiledReport report = claimed();
        act(report, "grade", ", \"severity\": \"high\"");
        act(report, "reject", ", \"reason\": \"No incident\"");
        Await.told();

        // When
        int operator = last(As.OPERATOR_A, operators, report);
        int liaison = last(As.LIAISON_1, liaisons, report);

        // Then
        assertThat(operator).isEqualTo(operatorsVersion(report));
        assertThat(liaison).isEqualTo(version(report)).isGreaterThan(operator);
    }

    private static int last(As reader, String from, FiledReport report) {
        return reader.asks().get(from).jsonPath().getInt("items.findAll { it.report.id == '" + report.id() + "' }[-1].report.version");
    }

    @Test
    void aSpanOfTimeCountsWhatTheOperatorSees() {
        // Given
        FiledReport report = claimed();
        act(report, "grade", ", \"severity\": \"high\"");
        String seen = As.OPERATOR_A.asks().get(report.url()).path("changedAt");
        String graded = As.LIAISON_1.asks().get(report.url()).path("changedAt");

        // When
        Response operators = As.OPERATOR_A.asks().queryParam("changedFrom", graded).queryParam("text", report.reference()).get("/api/v1/reports");
        Response liaisons = As.LIAISON_1.asks().queryParam("changedFrom", graded).queryParam("text", report.reference()).get("/api/v1/reports");

        // Then
        assertThat(seen).isNotEqualTo(graded);
        assertThat(operators.jsonPath().getList("items")).isEmpty();
        assertThat(liaisons.jsonPath().getList("items")).hasSize(1);
        assertThat(Rows.number("select count(*) from report where id = cast(? as uuid) and operator_version < version", report.id())).isEqualTo(1);
    }
}
