package org.tocsin.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.local.As;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.local.Together;
import org.tocsin.report.FiledReport;

/** What a file must have to be attached: bytes, a name, the digest that was said, and room beside the others. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class WhatMayBeAttachedTest {

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
        Files.isProblem(Files.attach(As.OPERATOR_A, FiledReport.by(As.OPERATOR_A), "empty.log", new byte[0]), 422, "empty-attachment");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "/", "a/b/", "\u202e"})
    void aNameOfWhichNothingIsLeftIsRefused(String name) {
        Files.isProblem(Files.attach(As.OPERATOR_A, FiledReport.by(As.OPERATOR_A), name, Files.log()), 422, "bad-file-name");
    }

    @Test
    void anEmptyNameIsRefusedAsAnyEmptyParameter() {
        Files.isProblem(Files.attach(As.OPERATOR_A, FiledReport.by(As.OPERATOR_A), "", Files.log()), 400, "bad-parameter");
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
        Files.isProblem(longer, 422, "bad-file-name");
        Files.isProblem(none, 422, "bad-file-name");
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
            Files.isProblem(wrong, 422, "digest-mismatch");
            Files.isProblem(unreadable, 400, "bad-digest");
            assertThat(right.statusCode()).isEqualTo(201);
        }
        assertThat(Files.kept(Files.hex(other))).isZero();
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
        answers.stream().filter(answer -> answer.statusCode() != 201).forEach(answer -> Files.isProblem(answer, 409, "too-many-attachments"));
        assertThat(Files.attached(report)).isEqualTo(10);
        Files.isProblem(one.get(), 409, "too-many-attachments");
    }
}
