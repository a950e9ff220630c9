package org.tocsin.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
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
import org.tocsin.local.Management;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.outbox.Claimed;
import org.tocsin.outbox.Lease;
import org.tocsin.report.FiledReport;

/** A notice is sent once, or again under the same id, whatever fails on the way. Time passes by rows. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@TestProfile(Surrounded.class)
class NoticeSendingTest {

    @ConfigProperty(name = "tocsin.mail.port")
    int smtp;
    @Inject
    NoticeOutbox outbox;

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
    void whileTheMailServerIsAwayThePagerRingsAndTheMailComesLaterOnce() {
        // Given
        lines.mailIsAway();
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        lines.pager.about(report.reference(), 1);
        Await.until("a try has failed", () -> Rows.number(
                "select count(*) from notice where report_id = ?::uuid and channel = 'mail' and why is not null", report.id()) == 1);
        List<String> state = As.AUDITOR.asks().get(Management.url("/q/health/group/outside")).jsonPath().getList("checks.findAll {it.name == 'Mail and duty'}.status");

        // When
        lines.mailIsBack();
        NoticeRows.waitOver(report);
        lines.mailbox.about(report.reference(), 1);

        // Then
        assertThat(state).containsExactly("DOWN");
        Await.until("all is sent", () -> NoticeRows.of(report, "pending").isEmpty());
        assertThat(NoticeRows.of(report, "sent")).containsExactlyInAnyOrder("ring mail zoe", "ring pager zoe");
        assertThat(lines.mailbox.about(report.reference())).hasSize(1);
    }

    @Test
    void whatWasSentButNotRecordedIsSentAgainUnderTheSameId() {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        String id = lines.mailbox.about(report.reference(), 1).get(0).id();
        Await.until("it is recorded", () -> NoticeRows.of(report, "sent").contains("ring mail zoe"));

        // When: as a process leaves it that is killed between sending and recording
        NoticeRows.change("""
                update notice set state = 'pending', fence = fence + 1, ended_at = null, held_until = now() - interval '1 second'
                where report_id = ? and channel = 'mail'""", report.id());

        // Then
        assertThat(lines.mailbox.about(report.reference(), 2)).extracting(Mailbox.Received::id).containsOnly(id);
    }

    @Test
    void theWordOfAnOlderClaimIsNotTaken() {
        // Given
        lines.mailIsAway();
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        Await.until("a try has failed", () -> Rows.number(
                "select count(*) from notice where report_id = ?::uuid and channel = 'mail' and why is not null", report.id()) == 1);
        UUID notice = UUID.fromString(Rows.column("select id from notice where report_id = ?::uuid and channel = 'mail'", report.id()).get(0));

        // When
        outbox.record(new Claimed<>(new Lease(notice, 0, 1, Instant.now()), new NoticeMessage(notice, Notice.MAIL, "zoe", Notice.RING, null, "", "")), Optional.empty());

        // Then
        assertThat(NoticeRows.of(report, "pending")).contains("ring mail zoe");
        lines.mailIsBack();
    }
}
