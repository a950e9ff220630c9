package org.tocsin.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.Surrounded;
import org.tocsin.local.As;
import org.tocsin.local.Await;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.report.Drafts;
import org.tocsin.report.FiledReport;

/** An organisation is told by mail what others did to its reports, unless its mail is compromised. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@TestProfile(Surrounded.class)
class NewsByMailTest {

    @ConfigProperty(name = "tocsin.mail.port")
    int smtp;

    private DutyLines lines;

    @BeforeEach
    void listen() {
        lines = DutyLines.open(smtp);
    }

    @AfterEach
    void hangUp() {
        lines.close();
    }

    private static void release(FiledReport report) {
        String triage = "/api/v1/triage/" + report.id();
        As.LIAISON_1.sends("{\"version\": 1}").post(triage + "/claim").then().statusCode(200);
        As.LIAISON_1.sends("{\"version\": 2}").post(triage + "/release").then().statusCode(200);
    }

    @Test
    void anOrganisationIsToldByMailWhatOthersDidToItsReportAndNothingOfIt() {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A, Drafts.earlyWarning().put("stage", "voluntary"));

        // When
        release(report);
        List<Mailbox.Received> mails = lines.mailbox.about(report.reference(), 2);

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
        lines.mailIsAway();
        FiledReport waiting = FiledReport.by(As.OPERATOR_A, Drafts.earlyWarning().put("stage", "voluntary"));
        release(waiting);
        Await.until("mails wait", () -> NoticeRows.of(waiting, "pending").size() == 2);

        // When
        As.OPERATOR_A.sends("{\"means\": [\"mail\"]}").put(DutyLines.compromise()).then().statusCode(200);
        lines.mailIsBack();
        NoticeRows.waitOver(waiting);
        Await.until("they are dropped", () -> NoticeRows.of(waiting, "dropped").size() == 2);
        FiledReport later = FiledReport.by(As.OPERATOR_A);
        lines.pager.about(later.reference(), 1);
        release(later);
        Await.until("all of it has been followed", () -> Rows.number("""
                select count(*) from change c join notice_place p on c.leaf < p.next_leaf
                join audit_entry e on e.id = c.entry_id
                where c.report_id = ?::uuid and e.type = 'report.acknowledged'""", later.id()) == 1);
        As.LIAISON_1.asks().queryParam("calledBack", "after the test").delete(DutyLines.compromise()).then().statusCode(200);

        // Then
        assertThat(lines.mailbox.about(waiting.reference())).isEmpty();
        assertThat(lines.mailbox.about(later.reference())).extracting(Mailbox.Received::to).doesNotContain("soc@a.example.org");
        assertThat(Rows.number("select count(*) from notice where report_id = ?::uuid and purpose = 'news'", later.id())).isZero();
    }
}
