package org.tocsin.notice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.Surrounded;
import org.tocsin.local.As;
import org.tocsin.local.Await;
import org.tocsin.local.Callers;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.local.Together;
import org.tocsin.party.Caller;
import org.tocsin.report.Drafts;
import org.tocsin.report.FiledReport;
import org.tocsin.report.ReportReading;
import org.tocsin.webhook.Listener;

/** Who on duty is rung, and when that ends. Time passes by rows. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@TestProfile(Surrounded.class)
class DutyTest {

    private final Caller liaison = Callers.person(As.LIAISON_1.user(), "pages", null, "liaison");
    private final Caller auditor = Callers.person(As.AUDITOR.user(), "pages", null, "auditor");

    @ConfigProperty(name = "tocsin.mail.port")
    int smtp;
    @Inject
    DutySection section;
    @Inject
    ReportReading reading;

    private DutyLines lines;

    @BeforeEach
    void listen() {
        lines = DutyLines.open(smtp);
    }

    @AfterEach
    void hangUp() {
        lines.close();
    }

    @Test
    void anEarlyWarningRingsTheFirstOnDutyByMailAndPagerWithoutWhatItSays() {
        // When
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        Listener.Heard ring = lines.pager.about(report.id(), 1).get(0);
        Mailbox.Received mail = lines.mailbox.about(report.reference(), 1).get(0);

        // Then
        assertThat(ring.path()).isEqualTo("/zoe");
        assertThat(ring.isSignedWith(OnDuty.FIRST_SECRET)).isTrue();
        assertThat(ring.json().path("type").asText()).isEqualTo("duty.page");
        assertThat(ring.json().at("/data/reason").asText()).isEqualTo("early-warning");
        assertThat(ring.json().at("/data/url").asText()).isEqualTo("https://tocsin.example.org/reports/" + report.reference());
        assertThat(mail.to()).isEqualTo("zoe@cert.example.org");
        assertThat(mail.from()).isEqualTo("tocsin@cert.example.org");
        assertThat(mail.automatic()).isEqualTo("auto-generated");
        assertThat(mail.subject()).isEqualTo("Early warning " + report.reference() + ": nobody has it in hand");
        assertThat(mail.text()).contains("https://tocsin.example.org/reports/" + report.reference(), "10 min");
        assertThat(mail.text() + mail.subject() + ring.text()).doesNotContain("disagrees");
        assertThat(Paging.page(Paging.pageOf(report)).jsonPath().getString("state")).isEqualTo("ringing");
        assertThat(Paging.page(Paging.pageOf(report)).jsonPath().getString("lastContact")).isEqualTo("zoe");
    }

    @Test
    void whenNobodyAnswersTheNextIsRungAndAfterTheLastTheFirstAgain() {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        lines.pager.about(report.reference(), 1);
        String page = Paging.pageOf(report);

        // When
        Paging.late(page);
        JsonNode second = lines.pager.about(report.reference(), 2).get(1).json();
        Paging.late(page);
        lines.pager.about(report.reference(), 3);

        // Then
        assertThat(lines.pager.about(report.reference())).extracting(Listener.Heard::path).containsExactly("/zoe", "/adam", "/zoe");
        assertThat(second.path("routing_key").asText()).isEqualTo(OnDuty.ROUTING_KEY);
        assertThat(second.path("event_action").asText()).isEqualTo("trigger");
        assertThat(second.path("dedup_key").asText()).isEqualTo(page);
        assertThat(second.at("/payload/severity").asText()).isEqualTo("critical");
        assertThat(lines.mailbox.about(report.reference(), 3)).extracting(Mailbox.Received::to)
                .containsExactlyInAnyOrder("zoe@cert.example.org", "adam@cert.example.org", "zoe@cert.example.org");
        assertThat(Paging.page(page).jsonPath().getInt("rings")).isEqualTo(3);
        assertThat(As.LIAISON_1.asks().get(report.url() + "/audit").jsonPath().getList("type")).contains("duty.rung");
        assertThat(As.OPERATOR_A.asks().get(report.url() + "/audit").jsonPath().getList("type")).doesNotContain("duty.rung");
    }

    @Test
    void whatIsAcknowledgedRingsNobodyElseAndThePagersAreToldSo() {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        lines.pager.about(report.reference(), 1);
        lines.mailbox.about(report.reference(), 1); // what has not been sent by then is not sent any more
        String page = Paging.pageOf(report);

        // When
        Response acknowledged = As.LIAISON_1.asks().post(Paging.acknowledgement(page));
        Response again = As.LIAISON_2.asks().post(Paging.acknowledgement(page));
        Paging.late(page);
        lines.pager.about(report.reference(), 2);
        FiledReport other = FiledReport.by(As.OPERATOR_A);
        lines.pager.about(other.reference(), 1);

        // Then
        assertThat(acknowledged.statusCode()).as(acknowledged.asString()).isEqualTo(200);
        assertThat(acknowledged.jsonPath().getString("state")).isEqualTo("acknowledged");
        assertThat(acknowledged.jsonPath().getString("endedBy")).isEqualTo(As.LIAISON_1.user());
        assertThat(again.asString()).isEqualTo(acknowledged.asString());
        assertThat(lines.pager.about(report.reference())).extracting(heard -> heard.path() + " " + heard.json().path("type").asText())
                .containsExactly("/zoe duty.page", "/zoe duty.acknowledged");
        assertThat(lines.mailbox.about(report.reference())).hasSize(1);
    }

    @Test
    void theReportsPageHasTheButtonForLiaisonsWhileItRings() {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        lines.pager.about(report.reference(), 1);
        String page = Paging.pageOf(report);

        // When
        Optional<TemplateInstance> ringing = section.show(liaison, reading.report(liaison, report.id()));
        given().redirects().follow(false).header("Sec-Fetch-Site", "same-origin").post("/duty/pages/" + page + "/acknowledgement");
        String afterSomeoneUnknown = Paging.page(page).jsonPath().getString("state");
        As.LIAISON_1.asks().post(Paging.acknowledgement(page));
        Optional<TemplateInstance> answered = section.show(liaison, reading.report(liaison, report.id()));

        // Then
        assertThat(ringing.orElseThrow().render()).contains("action=\"/duty/pages/" + page + "/acknowledgement\"", "last <strong>zoe</strong>");
        assertThat(afterSomeoneUnknown).isEqualTo("ringing");
        assertThat(answered).isEmpty();
        assertThat(section.show(auditor, reading.report(auditor, report.id()))).isEmpty();
    }

    @Test
    void ofManyWhoAnswerAtOnceOneIsNamed() {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        String page = Paging.pageOf(report);

        // When
        List<Response> answers = Together.all(List.of(
                () -> As.LIAISON_1.asks().post(Paging.acknowledgement(page)), () -> As.LIAISON_2.asks().post(Paging.acknowledgement(page))));

        // Then
        assertThat(answers).extracting(Response::statusCode).containsOnly(200);
        assertThat(answers.stream().map(answer -> answer.<String>path("endedBy")).distinct()).hasSize(1);
        assertThat(Rows.number("select count(*) from timeline where report_id = ?::uuid and type = 'duty.acknowledged'", report.id())).isEqualTo(1);
    }

    @Test
    void whoClaimsTheReportHasAnswered() {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        lines.pager.about(report.reference(), 1);
        String page = Paging.pageOf(report);

        // When
        As.LIAISON_2.sends("{\"version\": 1}").post("/api/v1/triage/" + report.id() + "/claim").then().statusCode(200);
        Await.until("it has ended", () -> Paging.page(page).jsonPath().getString("state").equals("ended"));

        // Then
        assertThat(Paging.page(page).jsonPath().getString("endedBy")).isEqualTo(As.LIAISON_2.user());
        assertThat(lines.pager.about(report.reference(), 2).get(1).json().path("type").asText()).isEqualTo("duty.acknowledged");
    }

    @Test
    void whatIsCalledCriticalRingsAndAVoluntaryReportDoesNot() {
        // When
        FiledReport voluntary = FiledReport.by(As.OPERATOR_A, Drafts.earlyWarning().put("stage", "voluntary"));
        FiledReport critical = FiledReport.by(As.OPERATOR_A, Drafts.ofSeverity("critical").put("stage", "voluntary"));
        Listener.Heard ring = lines.pager.about(critical.reference(), 1).get(0);

        // Then
        assertThat(ring.json().at("/data/reason").asText()).isEqualTo("critical");
        assertThat(Paging.pages(voluntary)).isEmpty();
    }

    @Test
    void aPageThatIsNoneIsNotFound() {
        assertThat(Paging.page(UUID.randomUUID().toString()).statusCode()).isEqualTo(404);
        assertThat(Paging.page("none").statusCode()).isEqualTo(404);
        assertThat(As.LIAISON_1.asks().post(Paging.acknowledgement(UUID.randomUUID().toString())).statusCode()).isEqualTo(404);
    }
}
