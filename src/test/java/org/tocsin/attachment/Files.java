package org.tocsin.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import java.util.UUID;
import org.tocsin.local.As;
import org.tocsin.local.Rows;
import org.tocsin.report.FiledReport;
import org.tocsin.seal.Sha256;

/** Files to attach. Each has content of its own unless said otherwise, for the tests share a database. */
final class Files {

    static final int MIB = 1024 * 1024;

    private Files() {
    }

    static byte[] log() {
        return ("2026-11-23T03:12:04Z offset 0.131007 s " + UUID.randomUUID() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    static byte[] random(int bytes) {
        byte[] content = new byte[bytes];
        new Random().nextBytes(content);
        // Nothing that anything is known by.
        content[0] = 0;
        return content;
    }

    static byte[] png() {
        byte[] beginning = Base64.getDecoder().decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
        byte[] content = java.util.Arrays.copyOf(beginning, beginning.length + 16);
        System.arraycopy(random(16), 0, content, beginning.length, 16);
        return content;
    }

    /** As RFC 9530 writes it. */
    static String digest(byte[] content) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(Sha256.of(content)) + ":";
    }

    static String hex(byte[] content) {
        return Sha256.hex(Sha256.of(content));
    }

    static RequestSpecification holding(As sender, byte[] content) {
        return sender.asks().contentType("text/plain").body(content);
    }

    static Response attach(As sender, FiledReport report, String name, byte[] content) {
        return holding(sender, content).queryParam("name", name).post(report.url() + "/attachments");
    }

    static Response attach(As sender, FiledReport report) {
        return attach(sender, report, "chrony.log", log());
    }

    /** @return where to go on */
    static Response begin(As sender, FiledReport report, byte[] first) {
        return holding(sender, first).queryParam("name", "capture.pcap").header("Upload-Complete", "?0").post(report.url() + "/attachments");
    }

    static Response goOn(As sender, String upload, long offset, boolean last, byte[] part) {
        return sender.asks().contentType("application/partial-upload").body(part)
                .header("Upload-Offset", offset).header("Upload-Complete", last ? "?1" : "?0").patch(upload);
    }

    /** How far the service has counted. */
    static long offset(String upload) {
        return Long.parseLong(As.OPERATOR_A.asks().head(upload).header("Upload-Offset"));
    }

    /** How many a report has. */
    static int attached(FiledReport report) {
        return As.OPERATOR_A.asks().get(report.url() + "/attachments").jsonPath().getList("$").size();
    }

    /** How often the bytes of this digest are stored. */
    static long kept(String digest) {
        return Rows.number("select count(*) from attachment_content where digest = decode(?, 'hex')", digest);
    }

    static void isWhole(Response answer, byte[] content) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        assertThat(As.LIAISON_1.asks().get(answer.header("Location") + "/content").asByteArray()).isEqualTo(content);
    }

    static void isProblem(Response answer, int status, String kind) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:tocsin:problem:" + kind);
    }
}
