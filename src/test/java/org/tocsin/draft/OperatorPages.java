package org.tocsin.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tocsin.json.Json;
import org.tocsin.local.As;
import org.tocsin.question.Inquiry;
import org.tocsin.report.FiledReport;

/** Every page that an operator can open, with all on it that there can be. */
final class OperatorPages {

    /** So that what a person wrote is told from what we say. */
    static final String WRITTEN = "Zzz";

    private OperatorPages() {
    }

    /** @return the pages' addresses by their names; those of a draft are left out, for each browser has its own */
    static Map<String, String> made() {
        for (String ref : new String[] {"pages-gm", "pages-phone"}) {
            boolean phone = ref.endsWith("phone");
            assertThat(As.OPERATOR_A.sends("""
                    {"name": "%s %s", "kind": "%s", "criticality": 5, "site": "%s hall", "ownerContact": "%s desk", "sector": "energy",
                     "riskAssessedAt": "2020-01-01", "riskReviewDueAt": "2021-01-01", "notes": "%s notes", "attributes": {"rack": "B2"},
                     "identifiers": [{"kind": "hostname", "value": "%s.example.org"}]%s,
                     "edges": [{"type": "takes-time-from", "to": {"hostname": "unlisted.example.org"}}]}"""
                    .formatted(WRITTEN, ref, phone ? "mobile-device" : "grandmaster", WRITTEN, WRITTEN, WRITTEN, ref,
                            phone ? ", \"posture\": {\"managed\": false, \"encrypted\": false}" : ""))
                    .put("/api/v1/assets/" + ref).statusCode()).isIn(200, 201);
        }
        FiledReport whole = FiledReport.by(As.OPERATOR_A, whole());
        revised(whole);
        As.OPERATOR_A.asks().contentType("text/plain").body(WRITTEN).queryParam("name", WRITTEN + ".log").post(whole.url() + "/attachments");
        claimed(whole);
        Inquiry asked = Inquiry.about(As.OPERATOR_A);
        asked.asked(WRITTEN + " asks this?");
        asked.askedAbout("/severity");
        FiledReport leaving = FiledReport.by(As.OPERATOR_A);
        As.OPERATOR_A.sends("{\"reason\": \"" + WRITTEN + " by mistake\"}").post(leaving.url() + "/withdrawal");
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("start", "/start");
        pages.put("early-warning", "/reports/new");
        pages.put("reports", "/reports");
        pages.put("report", "/reports/" + whole.reference());
        pages.put("report-changes", "/reports/" + whole.reference() + "/changes?from=1&to=2");
        pages.put("report-questions", "/reports/" + asked.report.reference());
        pages.put("report-withdrawal", "/reports/" + leaving.reference());
        pages.put("filed", "/reports/" + whole.reference() + "/filed");
        pages.put("inventory", "/assets");
        pages.put("inventory-nothing", "/assets?q=nothing-like-this");
        pages.put("asset", "/assets/entry/pages-gm");
        pages.put("asset-phone", "/assets/entry/pages-phone");
        pages.put("asset-new", "/assets/new");
        pages.put("asset-edit", "/assets/entry/pages-phone/edit");
        pages.put("asset-remove", "/assets/entry/pages-gm/remove");
        pages.put("import", "/assets/import");
        pages.put("overdue", "/assets/overdue");
        pages.put("overdue-posture", "/assets/overdue?gap=posture");
        pages.put("overdue-unlisted", "/assets/overdue?gap=unlisted");
        pages.put("no-page", "/reports/TOC-0000-0000-0");
        pages.put("no-role", "/triage");
        return pages;
    }

    private static ObjectNode whole() {
        try {
            ObjectNode report = (ObjectNode) Json.tree(Files.readAllBytes(Path.of("src/test/resources/reports/gnss-spoofing.json")));
            report.remove("externalRef");
            report.put("awareAt", "2031-01-01T00:00:00Z");
            report.withArray("assets").addObject().put("ref", "pages-gm");
            report.withArray("indicators").addObject().put("type", "user-account").put("value", WRITTEN + " maint");
            return report;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void revised(FiledReport report) {
        ObjectNode again = whole().put("severity", "low").put("title", WRITTEN + " again");
        Response read = As.OPERATOR_A.asks().get(report.url());
        assertThat(As.OPERATOR_A.asks().contentType("application/json").header("If-Match", read.header("ETag")).body(again.toString())
                .post(report.url() + "/revisions").statusCode()).isEqualTo(201);
    }

    /** Claimed and released to the CERT, where the destination may not answer yet. */
    private static void claimed(FiledReport report) {
        int version = As.LIAISON_1.asks().get(report.url()).path("version");
        As.LIAISON_1.sends("{\"version\": %d}".formatted(version)).post("/api/v1/triage/" + report.id() + "/claim");
        As.LIAISON_1.sends("{\"version\": %d, \"text\": \"%s later?\"}".formatted(version + 1, WRITTEN)).post(report.url() + "/questions");
    }
}
