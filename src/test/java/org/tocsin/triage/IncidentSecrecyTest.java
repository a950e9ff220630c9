package org.tocsin.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tocsin.local.As;
import org.tocsin.local.Await;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestOrganisation;
import org.tocsin.report.FiledReport;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;

/** Whatever operators can ask for, to the last byte: what liaisons know of their reports together is in none of it. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class IncidentSecrecyTest {

    private static final List<String> PARTS = List.of("", "/revisions", "/revisions/1", "/audit", "/deliveries", "/questions", "/attachments",
            "/withdrawals", "/behalf");

    @Inject
    Transactions transactions;
    @Inject
    EntityManager database;

    /** Every answer, with its status and its tag, by what was asked. */
    private static Map<String, String> answers(As operator, FiledReport report, String before) {
        Await.told();
        Map<String, String> answers = new LinkedHashMap<>();
        PARTS.forEach(part -> ask(answers, operator, report.url() + part));
        ask(answers, operator, "/api/v1/reports?text=" + report.reference());
        ask(answers, operator, "/api/v1/reports/" + report.reference());
        answers.put("changes", news(operator, report, before));
        ask(answers, operator, "/api/v1/questions?limit=200");
        ask(answers, operator, "/api/v1/triage/" + report.id() + "/incident");
        ask(answers, operator, "/api/v1/triage/" + report.id() + "/links");
        return answers;
    }

    /** The place behind all that the operator was told so far. */
    private static String now(As operator) {
        return operator.asks().queryParam("after", "now").get("/api/v1/changes").path("next");
    }

    /** What it is told of this report from there on; its others may change meanwhile, by what other tests left behind. */
    private static String news(As operator, FiledReport report, String before) {
        return operator.asks().get(before).jsonPath().getList("items.findAll { it.report.id == '" + report.id() + "' }").toString();
    }

    private static void ask(Map<String, String> answers, As operator, String path) {
        Response answer = operator.asks().get(path);
        answers.put(path, answer.statusCode() + " " + answer.header("ETag") + " " + answer.header("Link") + " " + answer.asString());
    }

    @Test
    void mergingLinkingAndUndoingItChangesNoByteOfWhatEitherOperatorIsAnswered() {
        // Given
        String ofA = now(As.OPERATOR_A);
        String ofB = now(As.OPERATOR_B);
        FiledReport lead = FiledReport.by(As.OPERATOR_A);
        FiledReport part = FiledReport.by(As.OPERATOR_B);
        Desk.act(As.LIAISON_1, part, "claim", 1);
        Map<String, String> leadBefore = answers(As.OPERATOR_A, lead, ofA);
        Map<String, String> partBefore = answers(As.OPERATOR_B, part, ofB);

        // When
        assertThat(Desk.merge(As.LIAISON_1, part, 2, lead).statusCode()).isEqualTo(200);
        String link = Desk.link(As.LIAISON_1, lead, part).path("id");
        Map<String, String> leadMeanwhile = answers(As.OPERATOR_A, lead, ofA);
        Map<String, String> partMeanwhile = answers(As.OPERATOR_B, part, ofB);
        assertThat(Desk.reasoned(As.LIAISON_1, part, "unmerge", 2).statusCode()).isEqualTo(200);
        assertThat(As.LIAISON_1.asks().delete("/api/v1/triage/" + part.id() + "/links/" + link).statusCode()).isEqualTo(204);

        // Then
        assertThat(leadMeanwhile).isEqualTo(leadBefore).isEqualTo(answers(As.OPERATOR_A, lead, ofA));
        assertThat(partMeanwhile).isEqualTo(partBefore).isEqualTo(answers(As.OPERATOR_B, part, ofB));
        assertThat(partMeanwhile.get(part.url())).startsWith("200").contains("in-triage");
        assertThat(partMeanwhile.get("changes")).contains("report.received");
    }

    @Test
    void whatIsMergedWithoutHavingBeenClaimedLooksAsIfItHadBeen() {
        // Given
        FiledReport merged = FiledReport.by(As.OPERATOR_B);
        FiledReport claimed = FiledReport.by(As.OPERATOR_B);

        // When
        Desk.merge(As.LIAISON_1, merged, 1, FiledReport.by(As.OPERATOR_A));
        Desk.act(As.LIAISON_1, claimed, "claim", 1);

        // Then
        Response one = As.OPERATOR_B.asks().get(merged.url());
        Response other = As.OPERATOR_B.asks().get(claimed.url());
        assertThat(one.header("ETag")).isEqualTo(other.header("ETag"));
        assertThat(one.<String>path("state")).isEqualTo(other.path("state"));
        assertThat(one.<Integer>path("version")).isEqualTo(other.path("version"));
        Await.sequenced();
        assertThat(As.OPERATOR_B.asks().get(merged.url() + "/audit").jsonPath().<String>getList("type"))
                .isEqualTo(As.OPERATOR_B.asks().get(claimed.url() + "/audit").jsonPath().getList("type"));
    }

    @Test
    void whoKnowsItsReportAsItWasIsToldThatNothingChanged() {
        // Given
        FiledReport lead = FiledReport.by(As.OPERATOR_A);
        String tag = As.OPERATOR_A.asks().get(lead.url()).header("ETag");

        // When
        Desk.merge(As.LIAISON_1, FiledReport.by(As.OPERATOR_B), 1, lead);

        // Then
        assertThat(As.OPERATOR_A.asks().header("If-None-Match", tag).get(lead.url()).statusCode()).isEqualTo(304);
    }

    @Test
    void theEvidenceOpensNothingOfIt() {
        // Given
        FiledReport lead = FiledReport.by(As.OPERATOR_A);
        FiledReport part = FiledReport.by(As.OPERATOR_B);
        Desk.merge(As.LIAISON_1, part, 1, lead);
        Desk.link(As.LIAISON_1, part, lead);
        Await.signed();

        // When
        String leads = opened(As.OPERATOR_A, lead);
        String parts = opened(As.OPERATOR_B, part);

        // Then
        assertThat(leads).contains("report.received").doesNotContain("incident.", "report.linked", part.id(), part.reference(), "org-b");
        assertThat(parts).contains("report.received").doesNotContain("incident.", "report.linked", lead.id(), lead.reference(), "org-a");
        assertThat(As.AUDITOR.asks().get(part.url() + "/audit").asString()).contains("incident.joined", "report.linked", lead.reference());
    }

    /** The whole evidence, and what its entries say where they are opened. */
    private static String opened(As operator, FiledReport report) {
        Response evidence = operator.asks().get(report.url() + "/evidence");
        return evidence.asString() + evidence.jsonPath().<String>getList("entries.opened.content").stream().filter(Objects::nonNull)
                .map(content -> new String(Base64.getDecoder().decode(content), StandardCharsets.UTF_8)).toList();
    }

    @Test
    void notEvenTheDatabaseShowsItToAnOperatorsTransaction() {
        // Given
        Desk.merge(As.LIAISON_1, FiledReport.by(As.OPERATOR_B), 1, FiledReport.by(As.OPERATOR_A));
        assertThat(Rows.number("select count(*) from incident_part")).isPositive();

        // When
        long seen = transactions.seeing(Sight.own(TestOrganisation.B.id()), () -> ((Number) database.createNativeQuery(
                "select (select count(*) from incident_part) + (select count(*) from report_link)").getSingleResult()).longValue());

        // Then
        assertThat(seen).isZero();
    }
}
