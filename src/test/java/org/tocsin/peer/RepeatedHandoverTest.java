package org.tocsin.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tocsin.local.StackResource;

/** Sent again, sent at once, sent with another revision: each report stands here once. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class RepeatedHandoverTest {

    private static final int TWINS = 8;

    private final UUID origin = UUID.randomUUID();
    private final UUID delivery = UUID.randomUUID();
    private final byte[] document = Documents.bytes(Documents.sound(origin, 1));

    @Test
    void aRepeatGetsTheFirstAnswerByteForByte() {
        // Given
        Answer first = Handing.over(delivery, document).send();

        // When
        Answer second = Handing.over(delivery, document).send();

        // Then
        assertThat(first.status()).as("%s", first).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.location()).isEqualTo(first.location());
        assertThat(Kept.revisions(origin)).isEqualTo(1);
    }

    @Test
    void theSameDeliveryIdForAnotherDocumentIsRefused() {
        // Given
        Handing.over(delivery, document).send();
        byte[] other = Documents.bytes(Documents.sound(origin, 2));

        // When
        Answer answer = Handing.over(delivery, other).send();

        // Then
        assertThat(answer.refusal()).isEqualTo("422 idempotency-key-reused");
        assertThat(Kept.revisions(origin)).isEqualTo(1);
    }

    @Test
    void twinsInFlightMakeOneReportAndGetOneAnswer() {
        // Given
        List<Handing> twins = IntStream.range(0, TWINS).mapToObj(i -> Handing.over(delivery, document)).toList();

        // When
        List<Answer> answers = atOnce(twins);

        // Then
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).as("%s", answer).isEqualTo(201));
        assertThat(answers.stream().map(answer -> new String(answer.body())).distinct()).hasSize(1);
        assertThat(Kept.reports(origin)).isEqualTo(1);
        assertThat(Kept.revisions(origin)).isEqualTo(1);
    }

    @Test
    void revisionsThatArriveAtOnceMakeOneReport() {
        // Given
        List<Handing> revisions = IntStream.rangeClosed(1, TWINS)
                .mapToObj(number -> Handing.over(Documents.bytes(Documents.sound(origin, number)))).toList();

        // When
        List<Answer> answers = atOnce(revisions);

        // Then
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).as("%s", answer).isEqualTo(201));
        assertThat(Kept.reports(origin)).isEqualTo(1);
        assertThat(Kept.revisions(origin)).isEqualTo(TWINS);
    }

    @Test
    void theNextRevisionOfAReportStandsAtTheSameReport() {
        // Given
        Answer first = Handing.over(document).send();

        // When
        Answer second = Handing.over(Documents.bytes(Documents.sound(origin, 2))).send();

        // Then
        assertThat(second.json().path("caseReference")).isEqualTo(first.json().path("caseReference"));
        assertThat(second.json().path("submissionId")).isNotEqualTo(first.json().path("submissionId"));
        assertThat(Kept.reports(origin)).isEqualTo(1);
        assertThat(Kept.latestRevision(origin)).isEqualTo(2);
    }

    private static List<Answer> atOnce(List<Handing> handovers) {
        List<CompletableFuture<Answer>> sent = handovers.stream()
                .map(handing -> CompletableFuture.supplyAsync(handing::send, command -> new Thread(command).start())).toList();
        return sent.stream().map(CompletableFuture::join).toList();
    }
}
