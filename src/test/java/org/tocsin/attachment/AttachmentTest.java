package org.tocsin.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.local.As;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.local.Together;
import org.tocsin.report.FiledReport;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class AttachmentTest {

    private static void isProblem(Response answer, int status, String kind) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:tocsin:problem:" + kind);
    }

    private static int attached(FiledReport report) {
        return As.OPERATOR_A.asks().get(report.url() + "/attachments").jsonPath().getList("$").size();
    }

    private static long kept(String digest) {
        return Rows.number("select count(*) from attachment_content where digest = decode(?, 'hex')", digest);
    }

    @ParameterizedTest
    @EnumSource(names = {"OPERATOR_A", "SENSOR_A", "LIAISON_1", "AUDITOR"})
    void whatIsAttachedComesBackToTheLastByte(As reader) {
        // Given
        FiledReport report = FiledReport.by(As.SENSOR_A);
        byte[] content = Files.random(3 * Files.MIB + 17);

        // When
        Response answer = Files.attach(As.SENSOR_A, report, "phase.bin", content);

        // Then
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        assertThat(answer.jsonPath().getString("sha256")).isEqualTo(Files.hex(content));
        assertThat(answer.jsonPath().getLong("size")).isEqualTo(content.length);
        Response shown = reader.asks().get(answer.header("Location"));
        assertThat(shown.asByteArray()).isEqualTo(answer.asByteArray());
        assertThat(reader.asks().get(shown.jsonPath().getString("content")).asByteArray()).isEqualTo(content);
        assertThat(reader.asks().get(report.url() + "/attachments").jsonPath().getList("name")).containsExactly("phase.bin");
    }

    @Test
    void aBrowserSavesItAndNeitherShowsNorRunsIt() {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        byte[] content = Files.log();
        String url = Files.attach(As.OPERATOR_A, report, "Zeit – été.html", content).header("Location") + "/content";

        // When
        Response answer = As.LIAISON_1.asks().header("Accept-Encoding", "gzip").get(url);

        // Then
        assertThat(answer.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"Zeit _ _t_.html\"; filename*=UTF-8''Zeit%20%E2%80%93%20%C3%A9t%C3%A9.html");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy")).startsWith("sandbox; default-src 'none'");
        assertThat(answer.header("ETag")).isEqualTo("\"" + Files.hex(content) + "\"");
        assertThat(answer.header("Content-Length")).isEqualTo(Integer.toString(content.length));
        assertThat(answer.header("Content-Encoding")).isNull();
        assertThat(answer.header("Tocsin-Attachment-State")).isEqualTo("not-scanned");
    }

    @ParameterizedTest
    @CsvSource({"bytes=0-0,0,1", "bytes=5-,5,600000", "bytes=-7,599993,600000", "bytes=262143-262144,262143,262145",
            "bytes=100-9999999,100,600000"})
    void aPartIsGivenOut(String range, int from, int before) {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        byte[] content = Files.random(600_000);
        String url = Files.attach(As.OPERATOR_A, report, "a.bin", content).header("Location") + "/content";

        // When
        Response answer = As.OPERATOR_A.asks().header("Range", range).header("If-Range", "\"" + Files.hex(content) + "\"").get(url);

        // Then
        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(answer.header("Content-Range")).isEqualTo("bytes " + from + "-" + (before - 1) + "/600000");
        assertThat(answer.asByteArray()).isEqualTo(java.util.Arrays.copyOfRange(content, from, before));
    }

    @Test
    void aPartOfWhatItIsNoLongerIsNotWanted() {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        byte[] content = Files.log();
        String url = Files.attach(As.OPERATOR_A, report, "a.log", content).header("Location") + "/content";

        // When
        Response stale = As.OPERATOR_A.asks().header("Range", "bytes=0-3").header("If-Range", "\"another\"").get(url);
        Response several = As.OPERATOR_A.asks().header("Range", "bytes=0-3,5-6").get(url);

        // Then
        assertThat(List.of(stale.statusCode(), several.statusCode())).containsExactly(200, 200);
        assertThat(stale.asByteArray()).isEqualTo(content);
        assertThat(several.asByteArray()).isEqualTo(content);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=5000-", "bytes=-0"})
    void aPartThatIsNotThereIsRefused(String range) {
        // Given
        byte[] content = Files.log();
        Response attached = Files.attach(As.OPERATOR_A, FiledReport.by(As.OPERATOR_A), "a.log", content);

        // When
        Response answer = As.OPERATOR_A.asks().header("Range", range).get(attached.header("Location") + "/content");

        // Then
        isProblem(answer, 416, "bad-range");
        assertThat(answer.header("Content-Range")).isEqualTo("bytes */" + content.length);
    }

    @Test
    void whoHasItIsToldSo() {
        // Given
        byte[] content = Files.log();
        Response attached = Files.attach(As.OPERATOR_A, FiledReport.by(As.OPERATOR_A), "a.log", content);

        // When
        Response answer = As.OPERATOR_A.asks().header("If-None-Match", "\"" + Files.hex(content) + "\"")
                .get(attached.header("Location") + "/content");

        // Then
        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.asByteArray()).isEmpty();
    }

    @Test
    void theSameFileAgainGetsTheFirstAnswer() {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        byte[] content = Files.log();
        Response first = Files.attach(As.OPERATOR_A, report, "chrony.log", content);

        // When
        Response again = Files.attach(As.SENSOR_A, report, "chrony.log", content);

        // Then
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(attached(report)).isEqualTo(1);
    }

    @Test
    void anOrganisationsBytesAreKeptOnceAndAnothersApart() {
        // Given
        byte[] content = Files.random(400_000);
        FiledReport one = FiledReport.by(As.OPERATOR_A);
        FiledReport two = FiledReport.by(As.OPERATOR_A);

        // When
        List<Response> answers = List.of(Files.attach(As.OPERATOR_A, one, "a", content), Files.attach(As.OPERATOR_A, one, "b", content),
                Files.attach(As.SENSOR_A, two, "c", content), Files.attach(As.OPERATOR_B, FiledReport.by(As.OPERATOR_B), "d", content));

        // Then
        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(201));
        assertThat(kept(Files.hex(content))).isEqualTo(2);
        assertThat(Rows.number("""
                select sum(length(bytes)) from attachment_chunk
                where content_id in (select id from attachment_content where digest = decode(?, 'hex'))""", Files.hex(content)))
                .isEqualTo(2 * content.length);
        assertThat(answers).allSatisfy(answer -> assertThat(answer.jsonPath().getString("sha256")).isEqualTo(Files.hex(content)));
    }

    @Test
    void itStandsOnTheTimelineAndInTheLog() {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A);

        // When
        Response answer = Files.attach(As.SENSOR_A, report);

        // Then
        assertThat(Rows.column("select actor || ' ' || audience from timeline where report_id = cast(? as uuid) and type = 'attachment.added'", report.id()))
                .containsExactly("sensor-a operator");
        Response log = As.OPERATOR_A.asks().get(report.url() + "/audit");
        assertThat(log.jsonPath().getString("find { it.type == 'attachment.added' }.detail.sha256")).isEqualTo(answer.path("sha256"));
    }

    @Test
    void whatItSaysItIsAndWhatItLooksLikeAreBothShown() {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A);

        // When
        Response lying = As.OPERATOR_A.asks().contentType("application/pdf").body(Files.png())
                .header("Content-Disposition", "attachment; filename=\"rack.pdf\"").post(report.url() + "/attachments");
        Response honest = As.OPERATOR_A.asks().contentType("text/csv").body(Files.log())
                .header("Content-Disposition", "attachment; filename=\"loops.csv\"").post(report.url() + "/attachments");

        // Then
        assertThat(lying.statusCode()).isEqualTo(201);
        assertThat(lying.jsonPath().getString("declaredType")).startsWith("application/pdf");
        assertThat(lying.jsonPath().getString("detectedType")).isEqualTo("image/png");
        assertThat(lying.jsonPath().getBoolean("typeMismatch")).isTrue();
        assertThat(honest.jsonPath().getString("detectedType")).isEqualTo("text/plain");
        assertThat(honest.jsonPath().getBoolean("typeMismatch")).isFalse();
    }

    @Test
    void withoutBytesThereIsNothingToAttach() {
        isProblem(Files.attach(As.OPERATOR_A, FiledReport.by(As.OPERATOR_A), "empty.log", new byte[0]), 422, "empty-attachment");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "/", "a/b/", "\u202e"})
    void aNameOfWhichNothingIsLeftIsRefused(String name) {
        isProblem(Files.attach(As.OPERATOR_A, FiledReport.by(As.OPERATOR_A), name, Files.log()), 422, "bad-file-name");
    }

    @Test
    void aNameOfUpTo200CharactersIsTaken() {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A);

        // When
        Response longest = Files.attach(As.OPERATOR_A, report, "ü".repeat(196) + ".log", Files.log());
        Response longer = Files.attach(As.OPERATOR_A, report, "ü".repeat(197) + ".log", Files.log());
        Response none = Files.holding(As.OPERATOR_A, Files.log()).post(report.url() + "/attachments");

        // Then
        assertThat(longest.statusCode()).isEqualTo(201);
        isProblem(longer, 422, "bad-file-name");
        isProblem(none, 422, "bad-file-name");
    }

    @Test
    void theDigestThatTheSenderNamesIsChecked() {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        byte[] content = Files.log();
        byte[] other = Files.log();

        for (String header : List.of("Repr-Digest", "Content-Digest")) {
            // When
            Response wrong = Files.holding(As.OPERATOR_A, other).header(header, Files.digest(content)).queryParam("name", header)
                    .post(report.url() + "/attachments");
            Response unreadable = Files.holding(As.OPERATOR_A, content).header(header, "sha-256=abc").queryParam("name", header)
                    .post(report.url() + "/attachments");
            Response right = Files.holding(As.OPERATOR_A, content).header(header, Files.digest(content)).queryParam("name", header)
                    .post(report.url() + "/attachments");

            // Then
            isProblem(wrong, 422, "digest-mismatch");
            isProblem(unreadable, 400, "bad-digest");
            assertThat(right.statusCode()).isEqualTo(201);
        }
        assertThat(kept(Files.hex(other))).isZero();
        assertThat(Rows.number("select count(*) from attachment_upload where report_id = cast(? as uuid) and attachment_id is null", report.id())).isZero();
    }

    @Test
    void theEleventhIsRefusedAlsoWhenAllComeAtOnce() {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        IntStream.range(0, 4).forEach(i -> assertThat(Files.attach(As.OPERATOR_A, report).statusCode()).isEqualTo(201));
        Supplier<Response> one = () -> Files.attach(As.OPERATOR_A, report, "many.log", Files.log());

        // When
        List<Response> answers = Together.all(Stream.generate(() -> one).limit(9).toList());

        // Then
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 201)).hasSize(6);
        answers.stream().filter(answer -> answer.statusCode() != 201).forEach(answer -> isProblem(answer, 409, "too-many-attachments"));
        assertThat(attached(report)).isEqualTo(10);
        isProblem(one.get(), 409, "too-many-attachments");
    }

    @Test
    void ofTheSameFileTwiceAtOnceThereIsOne() {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        byte[] content = Files.random(300_000);
        Supplier<Response> one = () -> Files.attach(As.OPERATOR_A, report, "twin.bin", content);

        // When
        List<Response> answers = Together.all(List.of(one, one, one));

        // Then
        assertThat(answers.stream().map(Response::asString).distinct()).hasSize(1);
        assertThat(attached(report)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/ATTACHMENT", "/ATTACHMENT/content"})
    void anotherOrganisationsAnswersAsIfItWereNotThere(String part) {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_B);
        String attachment = Files.attach(As.OPERATOR_B, report).path("id");
        String path = "/attachments" + part.replace("ATTACHMENT", attachment);

        // When
        Response answer = As.OPERATOR_A.asks().get(report.url() + path);
        Response through = As.OPERATOR_A.asks().get(FiledReport.by(As.OPERATOR_A).url() + path);

        // Then
        isProblem(answer, 404, "not-found");
        if (!part.isEmpty()) {
            isProblem(through, 404, "not-found");
        }
        isProblem(Files.attach(As.OPERATOR_A, report), 404, "not-found");
        isProblem(Files.attach(As.SENSOR_A, report), 404, "not-found");
    }

    @Test
    void aLiaisonAttachesToWhatItHolds() {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A);

        // When
        Response before = Files.attach(As.LIAISON_1, report);
        As.LIAISON_1.sends("{\"version\": 1}").post("/api/v1/triage/" + report.id() + "/claim");
        Response held = Files.attach(As.LIAISON_1, report);
        Response others = Files.attach(As.LIAISON_2, report);

        // Then
        isProblem(before, 409, "not-claimed");
        assertThat(held.statusCode()).isEqualTo(201);
        isProblem(others, 409, "not-claimed");
        assertThat(As.OPERATOR_A.asks().get(held.header("Location")).jsonPath().getString("addedBy")).isEqualTo("CERT liaison");
        assertThat(As.OPERATOR_A.asks().get(report.url() + "/audit").asString()).contains("attachment.added").doesNotContain("liaison-1");
        assertThat(As.LIAISON_2.asks().get(report.url() + "/audit").jsonPath().getString("find { it.type == 'act.attributed' }.actor")).isEqualTo("liaison-1");
    }

    @Test
    void notEvenTheServicesRoleCanChangeOrRemoveWhatIsAttached() throws Exception {
        // Given
        byte[] content = Files.log();
        Files.attach(As.OPERATOR_A, FiledReport.by(As.OPERATOR_A), "evidence.log", content);
        String pieces = "attachment_chunk where content_id in (select id from attachment_content where digest = decode('" + Files.hex(content) + "', 'hex'))";

        // When
        try (Connection service = Rows.asService()) {
            service.createStatement().execute("select set_config('tocsin.sight', 'all', false)");
            int removed = service.createStatement().executeUpdate("delete from " + pieces);
            int changed = service.createStatement().executeUpdate(
                    "update attachment_chunk set bytes = '' " + pieces.substring("attachment_chunk ".length()));

            // Then
            assertThat(List.of(removed, changed)).containsExactly(0, 0);
        }
        assertThat(Rows.number("select count(*) from " + pieces)).isEqualTo(1);
    }
}
