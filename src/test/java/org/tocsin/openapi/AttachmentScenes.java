package org.tocsin.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.local.As.OPERATOR_A;

import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.tocsin.report.FiledReport;

/** Files that belong to reports. */
final class AttachmentScenes {

    private static final String ALL_OF_A_REPORT = "/api/v1/reports/{id}/attachments";
    private static final String UPLOAD = "/api/v1/reports/{id}/uploads/{upload}";
    private static final String LOG = "2026-11-23T03:12:04Z offset 0.131007 s ";

    static final Map<String, Scene> ALL = Map.of(
            "POST " + ALL_OF_A_REPORT, () -> Call.by(OPERATOR_A).at("id", FiledReport.by(OPERATOR_A).id()).asking("name", "chrony.log"),
            "GET " + ALL_OF_A_REPORT, () -> Call.by(OPERATOR_A).at("id", Attached.one().report()),
            "GET " + ALL_OF_A_REPORT + "/{attachment}", () -> Attached.one().call(),
            "GET " + ALL_OF_A_REPORT + "/{attachment}/content", () -> Attached.one().call(),
            "HEAD " + UPLOAD, AttachmentScenes::begun,
            "PATCH " + UPLOAD, () -> begun().with("Upload-Offset", Integer.toString(LOG.length())).with("Upload-Complete", "?1"),
            "DELETE " + UPLOAD, AttachmentScenes::begun);

    private record Attached(String report, String id) {

        static Attached one() {
            FiledReport report = FiledReport.by(OPERATOR_A);
            Response answer = OPERATOR_A.asks().contentType("text/plain").body(LOG + UUID.randomUUID())
                    .queryParam("name", "chrony.log").post(report.url() + "/attachments");
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
            return new Attached(report.id(), answer.path("id"));
        }

        Call call() {
            return Call.by(OPERATOR_A).at("id", report).at("attachment", id);
        }
    }

    private AttachmentScenes() {
    }

    private static Call begun() {
        FiledReport report = FiledReport.by(OPERATOR_A);
        Response answer = OPERATOR_A.asks().contentType("text/plain").body(LOG).queryParam("name", "chrony.log")
                .header("Upload-Complete", "?0").post(report.url() + "/attachments");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        String address = answer.header("Location");
        return Call.by(OPERATOR_A).at("id", report.id()).at("upload", address.substring(address.lastIndexOf('/') + 1));
    }
}
