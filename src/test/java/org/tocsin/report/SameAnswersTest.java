package org.tocsin.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tocsin.local.As;
import org.tocsin.local.Await;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestOrganisation;

/** What one organisation is answered tells nothing of another: byte for byte the same, but for its own random names and the time. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class SameAnswersTest {

    /** What differs between any two times that the same is done. */
    private static final Map<String, Pattern> OWN = Map.of(
            "ID", Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
            "REFERENCE", Pattern.compile("TOC-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]"),
            "SALTED", Pattern.compile("(?<=\"liaisonSaltedSha256\":\")[0-9a-f]{64}"),
            "RECEIPT", Pattern.compile("eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]+"),
            "TIME", Pattern.compile("2[0-9]{3}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z"));

    /** Children first; the audit log stays, for nothing is ever taken out of it. */
    private static final List<String> TABLES = List.of("behalf_call_back", "behalf_call", "on_behalf",
            "question_inside", "question", "delivery_attempt", "delivery", "release", "enrichment", "timeline",
            "submission_key", "withdrawal", "attachment", "attachment_upload", "revision", "report", "asset_edge", "asset_handle", "asset");

    private static final String CLOCK = """
            {"name": "Primary clock", "kind": "clock", "criticality": 5, "sector": "digital-infrastructure",
             "identifiers": [{"kind": "ip", "value": "192.0.2.77"}, {"kind": "hostname", "value": "same.time.example"}],
             "edges": [{"type": "takes-time-from", "to": {"ref": "same-source"}}]}""";
    private static final String THEIRS = """
            {"name": "Takes time from it", "kind": "time-server", "criticality": 5, "sector": "energy",
             "identifiers": [{"kind": "ip", "value": "192.0.2.77"}, {"kind": "hostname", "value": "same.time.example"}],
             "edges": [{"type": "takes-time-from", "to": {"organisation": "%s", "ref": "same-clock"}},
                       {"type": "administers", "to": {"hostname": "same.time.example"}}]}""";
    private static final String DRAFT = """
            {"title": "Same", "awareAt": "1999-11-23T03:12:00Z", "suspectedMalicious": "yes", "crossBorder": "yes",
             "assets": [{"ref": "same-clock"}, {"ip": "192.0.2.77"}, {"hostname": "same.time.example"}, {"ref": "same-theirs"}]}""";

    private static void removeTheOther() throws Exception {
        try (Connection owner = Rows.asOwner()) {
            owner.setAutoCommit(false);
            owner.createStatement().execute("""
                    delete from report_asset where asset_organisation_id = '%1$s'
                       or report_id in (select id from report where organisation_id = '%1$s')""".formatted(TestOrganisation.B.id()));
            // What liaisons hold together, in either direction.
            for (String reference : List.of("incident_part.report_id", "incident_part.into_id", "incident_part.lead_id", "report_link.first_id", "report_link.second_id")) {
                owner.createStatement().execute("delete from " + reference.replaceFirst("[.].*", "") + " where " + reference
                        + " in (select id from report where organisation_id = '" + TestOrganisation.B.id() + "')");
            }
            for (String table : TABLES) {
                owner.createStatement().execute("delete from " + table + " where organisation_id = '" + TestOrganisation.B.id() + "'");
            }
            owner.commit();
        }
    }

    private static void theOtherDoesTheSameAndMore(String key) {
        for (String ref : List.of("same-clock", "same-theirs", "same-source")) {
            assertThat(As.OPERATOR_B.sends(THEIRS.formatted(TestOrganisation.A.id())).put("/api/v1/assets/" + ref).statusCode()).isLessThan(300);
        }
        for (int i = 0; i < 3; i++) {
            As.OPERATOR_B.sends(DRAFT).header("Idempotency-Key", key + i).post("/api/v1/reports");
            As.SENSOR_B.sends(DRAFT).header("Idempotency-Key", key + i).post("/api/v1/reports");
        }
    }

    /** Everything that the one can ask, from the report to the refusals. */
    private static List<String> story(String key) {
        List<Response> answers = new ArrayList<>();
        answers.add(As.OPERATOR_A.sends(CLOCK).put("/api/v1/assets/same-clock"));
        Response filed = As.OPERATOR_A.sends(DRAFT).header("Idempotency-Key", key + 0).post("/api/v1/reports");
        answers.add(filed);
        answers.add(As.OPERATOR_A.sends(DRAFT).header("Idempotency-Key", key + 0).post("/api/v1/reports"));
        answers.add(As.OPERATOR_A.sends(DRAFT.replace("Same", "Other")).header("Idempotency-Key", key + 0).post("/api/v1/reports"));
        // By then the entries have their places in the log, which count the other's as well.
        Await.sequenced();
        String report = "/api/v1/reports/" + filed.path("id");
        for (String part : List.of("", "/revisions", "/audit", "/deliveries")) {
            answers.add(As.OPERATOR_A.asks().get(report + part));
            answers.add(As.OPERATOR_A.asks().get("/api/v1/reports/" + UUID.randomUUID() + part));
        }
        answers.add(As.OPERATOR_A.asks().get("/api/v1/assets?limit=500"));
        answers.add(As.OPERATOR_A.asks().get("/api/v1/assets?q=same.time.example"));
        answers.add(As.OPERATOR_A.asks().get("/api/v1/assets/same-clock"));
        answers.add(As.OPERATOR_A.asks().get("/api/v1/assets/same-theirs"));
        answers.add(As.OPERATOR_A.asks().get("/api/v1/assets?organisation=" + TestOrganisation.B.id()));
        return answers.stream().map(answer -> answer.statusCode() + " " + withoutOwn(answer.asString())).toList();
    }

    /** Own names become ID-1, ID-2, … in the order in which they come, so that what is equal stays equal. */
    private static String withoutOwn(String answer) {
        String plain = answer;
        for (Map.Entry<String, Pattern> own : OWN.entrySet()) {
            Map<String, String> names = new LinkedHashMap<>();
            Matcher found = own.getValue().matcher(plain);
            plain = found.replaceAll(match -> own.getKey().equals("TIME") ? "TIME"
                    : names.computeIfAbsent(match.group(), any -> own.getKey() + "-" + (names.size() + 1)));
        }
        return plain;
    }

    @Test
    void theAnswersAreTheSameWithAndWithoutTheOther() throws Exception {
        // Given
        String before = UUID.randomUUID().toString();
        String after = UUID.randomUUID().toString();
        removeTheOther();
        // The first time the asset is new, which it may know.
        As.OPERATOR_A.sends(CLOCK).put("/api/v1/assets/same-clock");
        List<String> alone = story(before);

        // When
        theOtherDoesTheSameAndMore(after);
        List<String> among = story(after);

        // Then
        assertThat(among).isEqualTo(alone);
        assertThat(alone.get(1)).startsWith("201");
        assertThat(alone.get(4)).startsWith("200").contains("\"enrichment\"");
    }

    @Test
    void theLiaisonDoesSeeTheOther() {
        // Given
        As.OPERATOR_A.sends(CLOCK).put("/api/v1/assets/same-clock");
        theOtherDoesTheSameAndMore(UUID.randomUUID().toString());

        // When
        Response filed = As.OPERATOR_A.sends(DRAFT).post("/api/v1/reports");

        // Then
        assertThat(As.LIAISON_1.asks().get("/api/v1/reports/" + filed.path("id")).jsonPath().getString("liaison.enrichment"))
                .contains(TestOrganisation.B.id());
    }
}
