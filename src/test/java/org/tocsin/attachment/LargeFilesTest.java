package org.tocsin.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.local.As;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.report.FiledReport;

/** Around the limit of 25 MiB, with a length and without one. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class LargeFilesTest {

    @TestHTTPResource("/")
    URI home;

    private HttpResponse<String> attach(FiledReport report, BodyPublisher body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(home.resolve(report.url() + "/attachments?name=large.bin"))
                .header("Authorization", "Bearer " + As.OPERATOR_A.token())
                .header("Content-Type", "application/octet-stream")
                .POST(body)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static void isTooLarge(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("urn:tocsin:problem:too-large");
    }

    private static BodyPublisher chunked(byte[] content) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(content));
    }

    @Test
    void exactly25MiBAreTaken() throws Exception {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        byte[] content = Files.random(25 * Files.MIB);

        // When
        HttpResponse<String> answer = attach(report, chunked(content));

        // Then
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String url = answer.headers().firstValue("Location").orElseThrow();
        assertThat(As.OPERATOR_A.asks().get(url + "/content").asByteArray()).isEqualTo(content);
    }

    @ParameterizedTest
    @ValueSource(ints = {25 * Files.MIB + 1, 26 * Files.MIB, 40 * Files.MIB})
    void moreIsTooLarge(int size) throws Exception {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A);

        // When
        HttpResponse<String> answer = attach(report, BodyPublishers.ofByteArray(new byte[size]));

        // Then
        isTooLarge(answer);
    }

    @ParameterizedTest
    @ValueSource(ints = {25 * Files.MIB + 1, 26 * Files.MIB})
    void moreIsTooLargeAlsoWhenItDoesNotSayHowMuchItIs(int size) throws Exception {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A);

        // When
        HttpResponse<String> answer = attach(report, chunked(new byte[size]));

        // Then
        isTooLarge(answer);
        assertThat(Rows.number("select count(*) from attachment_upload where report_id = cast(? as uuid)", report.id())).isZero();
    }
}
