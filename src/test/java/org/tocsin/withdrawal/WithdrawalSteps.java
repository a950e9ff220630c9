package org.tocsin.withdrawal;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.tocsin.local.As;
import org.tocsin.local.Rows;
import org.tocsin.local.TestOrganisation;
import org.tocsin.local.TestPeople;
import org.tocsin.report.FiledReport;

/**
 * The steps of withdrawing a report, as requests.
 *
 * @param colleague another person of the organisation that filed it
 */
record WithdrawalSteps(FiledReport report, TestPeople.Account colleague) {

    static final String CALL = """
            {"number": 1, "called": "+44 20 7946 0123", "answeredBy": "R. Keeper", "calledAt": "2026-11-23T03:40:00Z"}""";

    WithdrawalSteps(FiledReport report) {
        this(report, TestPeople.person(TestOrganisation.A.id(), "operator"));
    }

    static String because(int number, String reason) {
        return "{\"number\": %d, \"reason\": \"%s\"}".formatted(number, reason);
    }

    /** The reports that somebody must deal with, by their ids. */
    static List<String> queue() {
        return Rows.column("select id from report where state in ('received', 'in-triage', 'awaiting-operator', 'reopened', 'withdrawal-asked')");
    }

    Response ask(As who) {
        return who.sends("{\"reason\": \"It was an exercise\"}").post(report.url() + "/withdrawal");
    }

    Response confirm(RequestSpecification who) {
        return who.post(report.url() + "/withdrawal/confirm");
    }

    /** By the colleague. */
    Response confirmed() {
        return confirm(colleague().sends("{\"number\": 1}"));
    }

    Response end(RequestSpecification who, String act) {
        return who.post(report.url() + "/withdrawal/" + act);
    }

    String reportsState() {
        return As.LIAISON_1.asks().get(report.url()).path("state");
    }
}
