package org.tocsin.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import org.tocsin.local.As;
import org.tocsin.report.FiledReport;

/** An administrator's request to erase a report, and how it is refused. */
final class ErasureRequest {

    private static final String REASON = "{\"reason\": \"Asked for, GDPR Art. 17.\"}";

    private ErasureRequest() {
    }

    static Response erase(FiledReport report) {
        return As.ADMIN.sends(REASON).post(report.url() + "/erasure");
    }

    static void isProblem(Response answer, int status, String kind) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:tocsin:problem:" + kind);
    }
}
