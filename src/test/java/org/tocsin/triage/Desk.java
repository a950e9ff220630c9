package org.tocsin.triage;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tocsin.local.As;
import org.tocsin.local.Rows;
import org.tocsin.report.FiledReport;

/** A liaison's acts, as requests. */
final class Desk {

    private Desk() {
    }

    static Response act(As liaison, FiledReport report, String act, int version) {
        return liaison.sends("{\"version\": %d}".formatted(version)).post("/api/v1/triage/" + report.id() + "/" + act);
    }

    static Response reasoned(As liaison, FiledReport report, String act, int version) {
        return liaison.sends("{\"version\": %d, \"reason\": \"Because of %s\"}".formatted(version, act))
                .post("/api/v1/triage/" + report.id() + "/" + act);
    }

    static Response merge(As liaison, FiledReport report, int version, FiledReport into) {
        return liaison.sends("{\"version\": %d, \"into\": \"%s\", \"reason\": \"The same fault\"}".formatted(version, into.reference()))
                .post("/api/v1/triage/" + report.id() + "/merge");
    }

    static Response link(As liaison, FiledReport report, FiledReport with) {
        return liaison.sends("{\"with\": \"%s\", \"kind\": \"same-cause\", \"reason\": \"The same signal\"}".formatted(with.reference()))
                .post("/api/v1/triage/" + report.id() + "/links");
    }

    static Response grade(As liaison, FiledReport report, int version, String severity) {
        return liaison.sends("{\"version\": %d, \"severity\": \"%s\"}".formatted(version, severity))
                .post("/api/v1/triage/" + report.id() + "/grade");
    }

    /** The ids of the whole queue, read in parts of this size; {@code afterFirst} is done once the first part is read. */
    static List<String> queue(int limit, Runnable afterFirst) {
        List<String> ids = new ArrayList<>();
        String next = "/api/v1/triage?limit=" + limit;
        for (boolean first = true; next != null; first = false) {
            JsonPath page = As.LIAISON_1.asks().get(next).jsonPath();
            ids.addAll(page.getList("items.id"));
            next = page.getString("next");
            if (first) {
                afterFirst.run();
            }
        }
        return ids;
    }

    static List<String> queue() {
        return queue(200, () -> { });
    }

    /** What the queue says of a report, in whichever part of it that one is. */
    static Map<String, Object> line(FiledReport report) {
        String next = "/api/v1/triage?limit=200";
        while (next != null) {
            JsonPath page = As.LIAISON_1.asks().get(next).jsonPath();
            Map<String, Object> line = page.param("id", report.id()).getMap("items.find { it.id == id }");
            if (line != null) {
                return line;
            }
            next = page.getString("next");
        }
        throw new AssertionError(report.reference() + " is not in the queue");
    }

    /** The page of the queue that shows this operator's organisation alone. */
    static String ownQueue(As operator) {
        return "/triage?organisation=" + operator.organisation();
    }

    /** What earlier tests of this class left open is no longer in the queue; other classes' reports are left alone. */
    static void closeOwn() {
        Rows.change("""
                update report set state = 'closed'
                where organisation_id in (?, ?)
                  and state in ('received', 'in-triage', 'awaiting-operator', 'reopened', 'withdrawal-asked')""",
                As.OPERATOR_A.organisation(), As.OPERATOR_B.organisation());
    }
}
