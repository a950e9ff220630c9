package org.tocsin.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.local.As.LIAISON_1;
import static org.tocsin.local.As.OPERATOR_A;
import static org.tocsin.local.As.OPERATOR_B;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tocsin.local.Rows;
import org.tocsin.report.FiledReport;

/** How others hear of what happens: the change feed, webhooks, those on duty. */
final class NewsScenes {

    private static final String HOOKS = "/api/v1/webhooks";
    private static final String PAGES = "/api/v1/duty/pages";

    static final Map<String, Scene> ALL = Map.ofEntries(
            Map.entry("GET /api/v1/changes", () -> {
                FiledReport.by(OPERATOR_A);
                return Call.by(OPERATOR_A).asking("limit", 10);
            }),
            Map.entry("GET " + HOOKS, () -> {
                hook();
                return Call.by(OPERATOR_B);
            }),
            Map.entry("POST " + HOOKS, () -> {
                removeAll();
                return Call.by(OPERATOR_B);
            }),
            Map.entry("GET " + HOOKS + "/{id}", NewsScenes::onAHook),
            Map.entry("PUT " + HOOKS + "/{id}", NewsScenes::onAHook),
            Map.entry("DELETE " + HOOKS + "/{id}", NewsScenes::onAHook),
            Map.entry("POST " + HOOKS + "/{id}/secret", NewsScenes::onAHook),
            Map.entry("POST " + HOOKS + "/{id}/enable", NewsScenes::onAHook),
            Map.entry("POST " + HOOKS + "/{id}/ping", NewsScenes::onAHook),
            Map.entry("GET " + HOOKS + "/{id}/attempts", NewsScenes::onAHook),
            Map.entry("GET " + PAGES, () -> {
                page();
                return Call.by(LIAISON_1);
            }),
            Map.entry("GET " + PAGES + "/{id}", () -> Call.by(LIAISON_1).at("id", page())),
            Map.entry("POST " + PAGES + "/{id}/acknowledgement", () -> Call.by(LIAISON_1).at("id", page())));

    private NewsScenes() {
    }

    private static Call onAHook() {
        return Call.by(OPERATOR_B).at("id", hook());
    }

    private static String hook() {
        removeAll();
        Response answer = OPERATOR_B.sends("{\"url\": \"https://soc.example.org/hooks/tocsin\", \"types\": [\"report.withdrawn\"]}").post(HOOKS);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.path("id");
    }

    /** An organisation has few of them. */
    private static void removeAll() {
        List<String> ids = OPERATOR_B.asks().get(HOOKS).jsonPath().getList("items.id");
        ids.forEach(id -> OPERATOR_B.asks().delete(HOOKS + "/" + id).then().statusCode(204));
    }

    /** As the service writes it when a duty list is configured; here none is. */
    private static String page() {
        return Rows.column("""
                insert into duty_page (id, report_id, organisation_id, reason, state, next_ring_at, raised_at)
                values (?, cast(? as uuid), ?, 'critical', 'ringing', now() + interval '1 hour', now())
                returning id""", UUID.randomUUID(), FiledReport.by(OPERATOR_A).id(), OPERATOR_A.organisation()).get(0);
    }
}
