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
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.local.As;
import org.tocsin.local.Await;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.local.Together;
import org.tocsin.party.Caller;
import org.tocsin.report.Drafts;
import org.tocsin.report.FiledReport;
import org.tocsin.report.ReportReading;
import org.tocsin.webhook.Listener;

/** Who is rung, who is told by mail, and when that ends. Time passes by rows. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@TestProfile(OnDuty.class)
class DutyTest {

    private static final Caller LIAISON = new Caller("liaison-1", "pages", null, Set.of("liaison"));
    private static final Caller AUDITOR = new Caller("auditor", "pages", null, Set.of("auditor"));
    private static final String CONTACTS = "/api/v1/organisations/org-a/contacts";
    private static final String COMPROMISE = "/api/v1/organisations/org-a/compromise";

    @ConfigProperty(name = "tocsin.mail.port")
    int smtp;
    @Inject
    NoticeClaims claims;
    @Inject
    DutySection section;
    @Inject
    ReportReading reading;

    private Mailbox mailbox;
    private Listener pager;

    @BeforeEach
    void listen() {
        mailbox = new Mailbox(smtp);
        pager = new Listener(Integer.getInteger("org.tocsin.notice.pager"));
        As.LIAISON_1.asks().queryParam("calledBack", "before the test").delete(COMPROMISE).then().statusCode(200);
        As.OPERATOR_A.sends("{\"mail\": [\"soc@a.example.org\"]}").put(CONTACTS).then().statusCode(200);
    }

    /** Nobody rings on for a test that is over. */
    @AfterEach
    void hangUp() {
        As.LIAISON_1.asks().get("/api/v1/duty/pages").jsonPath().<String>getList("items.findAll {it.state == 'ringing'}.id")
                .forEach(id -> As.LIAISON_1.asks().post(acknowledgement(id)).then().statusCode(200));
        mailbox.close();
        pager.close();
    }

    private static String acknowledgement(String page) {
        return "/api/v1/duty/pages/" + page + "/acknowledgement";
    }

    private static String pageOf(FiledReport report) {
        Await.until("there is a page", () -> !pages(report).isEmpty());
        return pages(report).get(0);
    }

    private static List<String> pages(FiledReport report) {
        return Rows.column("select id from duty_page where report_id = ?::uuid order by raised_at", report.id());
    }

    private static Response page(String id) {
        return As.AUDITOR.asks().get("/api/v1/duty/pages/" + id);
    }

    private static void set(String statement, String id) {
        try (Connection database = Rows.asOwner(); PreparedStatement update = database.prepareStatement(statement)) {
            update.setObject(1, UUID.fromString(id));
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    /** As if the time that one contact has were over. */
    private static void late(String page) {
        set("update duty_page set next_ring_at = now() - interval '1 second' where id = ?", page);
    }

    /** As if the wait after a failure were over. */
    private static void retry(FiledReport report) {
        set("update notice set next_attempt_at = now() - interval '1 second' where report_id = ? and state = 'pending'", report.id());
    }

    private static void release(FiledReport report) {
        String triage = "/api/v1/triage/" + report.id();
        As.LIAISON_1.sends("{\"version\": 1}").post(triage + "/claim").then().statusCode(200);
        As.LIAISON_1.sends("{\"version\": 2}").post(triage + "/release").then().statusCode(200);
    }

    private static List<String> notices(FiledReport report, String state) {
        return Rows.column("select purpose || ' ' || channel || ' ' || recipient from notice where report_id = ?::uuid and state = ? order by id",
                report.id(), state);
    }

    @Test
    void anEarlyWarningRingsTheFirstOnDutyByMailAndPagerWithoutWhatItSays() {
        // When
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        Listener.Heard ring = pager.about(report.id(), 1).get(0);
        Mailbox.Received mail = mailbox.about(report.reference(), 1).get(0);

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
        assertThat(page(pageOf(report)).jsonPath().getString("state")).isEqualTo("ringing");
        assertThat(page(pageOf(report)).jsonPath().getString("lastContact")).isEqualTo("zoe");
    }

    @Test
    void whenNobodyAnswersTheNextIsRungAndAfterTheLastTheFirstAgain() {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        pager.about(report.reference(), 1);
        String page = pageOf(report);

        // When
        late(page);
        JsonNode second = pager.about(report.reference(), 2).get(1).json();
        late(page);
        pager.about(report.reference(), 3);

        // Then
        assertThat(pager.about(report.reference())).extracting(Listener.Heard::path).containsExactly("/zoe", "/adam", "/zoe");
        assertThat(second.path("routing_key").asText()).isEqualTo(OnDuty.ROUTING_KEY);
        assertThat(second.path("event_action").asText()).isEqualTo("trigger");
        assertThat(second.path("dedup_key").asText()).isEqualTo(page);
        assertThat(second.at("/payload/severity").asText()).isEqualTo("critical");
        assertThat(mailbox.about(report.reference(), 3)).extracting(Mailbox.Received::to)
                .containsExactlyInAnyOrder("zoe@cert.example.org", "adam@cert.example.org", "zoe@cert.example.org");
        assertThat(page(page).jsonPath().getInt("rings")).isEqualTo(3);
        assertThat(As.LIAISON_1.asks().get(report.url() + "/audit").jsonPath().getList("type")).contains("duty.rung");
        assertThat(As.OPERATOR_A.asks().get(report.url() + "/audit").jsonPath().getList("type")).doesNotContain("duty.rung");
    }

    @Test
    void whatIsAcknowledgedRingsNobodyElseAndThePagersAreToldSo() {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        pager.about(report.reference(), 1);
        String page = pageOf(report);

        // When
        Response acknowledged = As.LIAISON_1.asks().post(acknowledgement(page));
        Response again = As.LIAISON_2.asks().post(acknowledgement(page));
        late(page);
        pager.about(report.reference(), 2);
        FiledReport other = FiledReport.by(As.OPERATOR_A);
        pager.about(other.reference(), 1);

        // Then
        assertThat(acknowledged.statusCode()).as(acknowledged.asString()).isEqualTo(200);
        assertThat(acknowledged.jsonPath().getString("state")).isEqualTo("acknowledged");
        assertThat(acknowledged.jsonPath().getString("endedBy")).isEqualTo("liaison-1");
        assertThat(again.asString()).isEqualTo(acknowledged.asString());
        assertThat(pager.about(report.reference())).extracting(heard -> heard.path() + " " + heard.json().path("type").asText())
                .containsExactly("/zoe duty.page", "/zoe duty.acknowledged");
        assertThat(mailbox.about(report.reference())).hasSize(1);
    }

    @Test
    void theReportsPageHasTheButtonForLiaisonsWhileItRings() {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        pager.about(report.reference(), 1);
        String page = pageOf(report);

        // When
        Optional<TemplateInstance> ringing = section.show(LIAISON, reading.report(LIAISON, report.id()));
        given().redirects().follow(false).header("Sec-Fetch-Site", "same-origin").post("/duty/pages/" + page + "/acknowledgement");
        String afterSomeoneUnknown = page(page).jsonPath().getString("state");
        As.LIAISON_1.asks().post(acknowledgement(page));
        Optional<TemplateInstance> answered = section.show(LIAISON, reading.report(LIAISON, report.id()));

        // Then
        assertThat(ringing.orElseThrow().render()).contains("action=\"/duty/pages/" + page + "/acknowledgement\"", "last <strong>zoe</strong>");
        assertThat(afterSomeoneUnknown).isEqualTo("ringing");
        assertThat(answered).isEmpty();
        assertThat(section.show(AUDITOR, reading.report(AUDITOR, report.id()))).isEmpty();
    }

    @Test
    void ofManyWhoAnswerAtOnceOneIsNamed() {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        String page = pageOf(report);

        // When
        List<Response> answers = Together.all(List.of(
                () -> As.LIAISON_1.asks().post(acknowledgement(page)), () -> As.LIAISON_2.asks().post(acknowledgement(page))));

        // Then
        assertThat(answers).extracting(Response::statusCode).containsOnly(200);
        assertThat(answers.stream().map(answer -> answer.<String>path("endedBy")).distinct()).hasSize(1);
        assertThat(Rows.number("select count(*) from timeline where report_id = ?::uuid and type = 'duty.acknowledged'", report.id())).isEqualTo(1);
    }

    @Test
    void whoClaimsTheReportHasAnswered() {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        pager.about(report.reference(), 1);
        String page = pageOf(report);

        // When
        As.LIAISON_2.sends("{\"version\": 1}").post("/api/v1/triage/" + report.id() + "/claim").then().statusCode(200);
        Await.until("it has ended", () -> page(page).jsonPath().getString("state").equals("ended"));

        // Then
        assertThat(page(page).jsonPath().getString("endedBy")).isEqualTo("liaison-2");
        assertThat(pager.about(report.reference(), 2).get(1).json().path("type").asText()).isEqualTo("duty.acknowledged");
    }

    @Test
    void whatIsCalledCriticalRingsAndAVoluntaryReportDoesNot() {
        // When
        FiledReport voluntary = FiledReport.by(As.OPERATOR_A, Drafts.earlyWarning().put("stage", "voluntary"));
        FiledReport critical = FiledReport.by(As.OPERATOR_A, Drafts.ofSeverity("critical").put("stage", "voluntary"));
        Listener.Heard ring = pager.about(critical.reference(), 1).get(0);

        // Then
        assertThat(ring.json().at("/data/reason").asText()).isEqualTo("critical");
        assertThat(pages(voluntary)).isEmpty();
    }

    @Test
    void whileTheMailServerIsAwayThePagerRingsAndTheMailComesLaterOnce() {
        // Given
        mailbox.close();
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        pager.about(report.reference(), 1);
        Await.until("a try has failed", () -> Rows.number(
                "select count(*) from notice where report_id = ?::uuid and channel = 'mail' and why is not null", report.id()) == 1);
        List<String> state = As.AUDITOR.asks().get("/q/health/group/outside").jsonPath().getList("checks.findAll {it.name == 'Mail and duty'}.status");

        // When
        mailbox = new Mailbox(smtp);
        retry(report);
        mailbox.about(report.reference(), 1);

        // Then
        assertThat(state).containsExactly("DOWN");
        Await.until("all is sent", () -> notices(report, "pending").isEmpty());
        assertThat(notices(report, "sent")).containsExactlyInAnyOrder("ring mail zoe", "ring pager zoe");
        assertThat(mailbox.about(report.reference())).hasSize(1);
    }

    @Test
    void whatWasSentButNotRecordedIsSentAgainUnderTheSameId() {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        String id = mailbox.about(report.reference(), 1).get(0).id();
        Await.until("it is recorded", () -> notices(report, "sent").contains("ring mail zoe"));

        // When: as a process leaves it that is killed between sending and recording
        set("""
                update notice set state = 'pending', fence = fence + 1, ended_at = null, held_until = now() - interval '1 second'
                where report_id = ? and channel = 'mail'""", report.id());

        // Then
        assertThat(mailbox.about(report.reference(), 2)).extracting(Mailbox.Received::id).containsOnly(id);
    }

    @Test
    void theWordOfAnOlderClaimIsNotTaken() {
        // Given
        mailbox.close();
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        Await.until("a try has failed", () -> Rows.number(
                "select count(*) from notice where report_id = ?::uuid and channel = 'mail' and why is not null", report.id()) == 1);
        UUID notice = UUID.fromString(Rows.column("select id from notice where report_id = ?::uuid and channel = 'mail'", report.id()).get(0));

        // When
        claims.write(new NoticeClaim(notice, 0, Notice.MAIL, "zoe", Notice.RING, null, "", ""), Optional.empty());

        // Then
        assertThat(notices(report, "pending")).contains("ring mail zoe");
        mailbox = new Mailbox(smtp);
    }

    @Test
    void anOrganisationIsToldByMailWhatOthersDidToItsReportAndNothingOfIt() {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A, Drafts.earlyWarning().put("stage", "voluntary"));

        // When
        release(report);
        List<Mailbox.Received> mails = mailbox.about(report.reference(), 2);

        // Then
        assertThat(mails).extracting(Mailbox.Received::to).containsOnly("soc@a.example.org");
        assertThat(mails).extracting(Mailbox.Received::subject).containsExactlyInAnyOrder(
                "Report " + report.reference() + " was released to the CERT", "Report " + report.reference() + " was acknowledged by the CERT");
        String number = As.OPERATOR_A.asks().get(report.url()).path("caseReference");
        assertThat(mails).allSatisfy(mail -> assertThat(mail.text())
                .contains("https://tocsin.example.org/reports/" + report.reference())
                .doesNotContain("disagrees").doesNotContain(number));
    }

    @Test
    void noMailGoesToWhoseMailIsCompromisedNotEvenWhatWaits() {
        // Given
        mailbox.close();
        FiledReport waiting = FiledReport.by(As.OPERATOR_A, Drafts.earlyWarning().put("stage", "voluntary"));
        release(waiting);
        Await.until("mails wait", () -> notices(waiting, "pending").size() == 2);

        // When
        As.OPERATOR_A.sends("{\"means\": [\"mail\"]}").put(COMPROMISE).then().statusCode(200);
        mailbox = new Mailbox(smtp);
        retry(waiting);
        Await.until("they are dropped", () -> notices(waiting, "dropped").size() == 2);
        FiledReport later = FiledReport.by(As.OPERATOR_A);
        pager.about(later.reference(), 1);
        release(later);
        Await.until("all of it has been followed", () -> Rows.number("""
                select count(*) from change c join notice_place p on c.leaf < p.next_leaf
                join audit_entry e on e.id = c.entry_id
                where c.report_id = ?::uuid and e.type = 'report.acknowledged'""", later.id()) == 1);
        As.LIAISON_1.asks().queryParam("calledBack", "after the test").delete(COMPROMISE).then().statusCode(200);

        // Then
        assertThat(mailbox.about(waiting.reference())).isEmpty();
        assertThat(mailbox.about(later.reference())).extracting(Mailbox.Received::to).doesNotContain("soc@a.example.org");
        assertThat(Rows.number("select count(*) from notice where report_id = ?::uuid and purpose = 'news'", later.id())).isZero();
    }

    @Test
    void aPageThatIsNoneIsNotFound() {
        assertThat(page(UUID.randomUUID().toString()).statusCode()).isEqualTo(404);
        assertThat(page("none").statusCode()).isEqualTo(404);
        assertThat(As.LIAISON_1.asks().post(acknowledgement(UUID.randomUUID().toString())).statusCode()).isEqualTo(404);
    }
}
