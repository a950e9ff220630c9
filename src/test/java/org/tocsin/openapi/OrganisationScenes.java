package org.tocsin.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.local.As.ADMIN;
import static org.tocsin.local.As.AUDITOR;
import static org.tocsin.local.As.LIAISON_1;
import static org.tocsin.local.As.OPERATOR_A;
import static org.tocsin.local.As.OPERATOR_B;

import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.tocsin.local.Rows;
import org.tocsin.local.TestOrganisation;
import org.tocsin.report.FiledReport;

/** What concerns an organisation as a whole: how it is reached, what it keeps. */
final class OrganisationScenes {

    private static final String ONE = "/api/v1/organisations/{id}";
    private static final String OF = "/api/v1/organisations/";

    static final Map<String, Scene> ALL = Map.ofEntries(
            Map.entry("GET " + ONE + "/compromise", () -> Call.by(OPERATOR_A).at("id", TestOrganisation.A.id())),
            Map.entry("PUT " + ONE + "/compromise", () -> Call.by(LIAISON_1).at("id", ofItsOwn())),
            Map.entry("DELETE " + ONE + "/compromise", () -> Call.by(LIAISON_1).at("id", ofItsOwn()).asking("calledBack", "M. Ortiz, satellite phone")),
            Map.entry("GET " + ONE + "/contacts", () -> Call.by(OPERATOR_A).at("id", TestOrganisation.A.id())),
            Map.entry("PUT " + ONE + "/contacts", () -> Call.by(ADMIN).at("id", ofItsOwn())),
            Map.entry("POST " + ONE + "/contacts/held/{held}/confirm", OrganisationScenes::onAHeldChange),
            Map.entry("POST " + ONE + "/contacts/held/{held}/refuse", OrganisationScenes::onAHeldChange),
            Map.entry("GET " + ONE + "/retention", () -> Call.by(OPERATOR_A).at("id", TestOrganisation.A.id())),
            Map.entry("PUT " + ONE + "/retention", () -> Call.by(ADMIN).at("id", ofItsOwn())),
            Map.entry("POST " + ONE + "/holds", () -> Call.by(ADMIN).at("id", ofItsOwn())),
            Map.entry("GET " + ONE + "/export", () -> Call.by(ADMIN).at("id", ofItsOwn())),
            Map.entry("GET /api/v1/audit", () -> Call.by(AUDITOR)),
            Map.entry("GET /api/v1/retention/preview", () -> Call.by(ADMIN)),
            Map.entry("GET /api/v1/holds", () -> {
                hold();
                return Call.by(ADMIN);
            }),
            Map.entry("DELETE /api/v1/holds/{hold}", () -> Call.by(ADMIN).at("hold", hold()).asking("reason", "The proceedings are over.")),
            Map.entry("POST /api/v1/reports/{id}/holds", () -> Call.by(ADMIN).at("id", FiledReport.by(OPERATOR_A).id())),
            Map.entry("POST /api/v1/reports/{id}/erasure", () -> Call.by(ADMIN).at("id", ended())));

    private OrganisationScenes() {
    }

    /** One that no other test knows. */
    private static String ofItsOwn() {
        String id = "org-" + UUID.randomUUID();
        Rows.column("insert into organisation (id, name) values (?, 'Of one scene') returning id", id);
        return id;
    }

    private static Call onAHeldChange() {
        LIAISON_1.sends("{\"means\": [\"mail\"], \"reason\": \"A scene\"}").put(OF + TestOrganisation.B.id() + "/compromise").then().statusCode(200);
        Response held = OPERATOR_B.sends("{\"mail\": [\"%s@example.org\"]}".formatted(UUID.randomUUID())).put(OF + TestOrganisation.B.id() + "/contacts");
        LIAISON_1.asks().queryParam("calledBack", "the scene's end").delete(OF + TestOrganisation.B.id() + "/compromise").then().statusCode(200);
        assertThat(held.statusCode()).as(held.asString()).isEqualTo(202);
        return Call.by(LIAISON_1).at("id", TestOrganisation.B.id()).at("held", held.jsonPath().getList("held.id").get(0));
    }

    private static String hold() {
        Response answer = ADMIN.sends("{\"reason\": \"Proceedings\"}").post("/api/v1/reports/" + FiledReport.by(OPERATOR_A).id() + "/holds");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.path("id");
    }

    private static String ended() {
        String id = FiledReport.by(OPERATOR_A).id();
        Rows.column("update report set state = 'closed' where id = cast(? as uuid) returning id", id);
        return id;
    }
}
