package org.tocsin.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.tocsin.local.As;
import org.tocsin.local.Await;
import org.tocsin.local.Management;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.report.FiledReport;

/** An instance without a mail server and without a duty list. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class NobodyToTellTest {

    @Test
    void nothingIsWrittenForNobody() {
        // When
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        Await.until("the change has been followed", () -> Rows.number("""
                select count(*) from change c join notice_place p on c.leaf < p.next_leaf where c.report_id = ?::uuid""", report.id()) == 1);

        // Then
        assertThat(Rows.number("select count(*) from notice where report_id = ?::uuid", report.id())).isZero();
        assertThat(Rows.number("select count(*) from duty_page where report_id = ?::uuid", report.id())).isZero();
    }

    @Test
    void theStateOfTheOutsideSaysSo() {
        // When
        JsonPath outside = As.AUDITOR.asks().get(Management.url("/q/health/group/outside")).jsonPath();

        // Then
        assertThat(outside.getString("checks.find {it.name == 'Mail and duty'}.data.mail")).isEqualTo("not configured: no mail is sent");
        assertThat(outside.getString("checks.find {it.name == 'Mail and duty'}.data.duty")).isEqualTo("nobody is on the list: nobody is rung");
    }
}
