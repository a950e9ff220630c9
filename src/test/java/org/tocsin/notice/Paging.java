package org.tocsin.notice;

import io.restassured.response.Response;
import java.util.List;
import org.tocsin.local.As;
import org.tocsin.local.Await;
import org.tocsin.local.Rows;
import org.tocsin.report.FiledReport;

/** The pages of a report to those on duty, by their ids. */
final class Paging {

    private Paging() {
    }

    /** @return the path */
    static String acknowledgement(String page) {
        return "/api/v1/duty/pages/" + page + "/acknowledgement";
    }

    static void acknowledgeAll() {
        As.LIAISON_1.asks().get("/api/v1/duty/pages").jsonPath().<String>getList("items.findAll {it.state == 'ringing'}.id")
                .forEach(id -> As.LIAISON_1.asks().post(acknowledgement(id)).then().statusCode(200));
    }

    static String pageOf(FiledReport report) {
        Await.until("there is a page", () -> !pages(report).isEmpty());
        return pages(report).get(0);
    }

    static List<String> pages(FiledReport report) {
        return Rows.column("select id from duty_page where report_id = ?::uuid order by raised_at", report.id());
    }

    static Response page(String id) {
        return As.AUDITOR.asks().get("/api/v1/duty/pages/" + id);
    }

    /** As if the time that one contact has were over. */
    static void late(String page) {
        NoticeRows.change("update duty_page set next_ring_at = now() - interval '1 second' where id = ?", page);
    }
}
