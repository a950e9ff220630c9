package org.tocsin.peer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;

/** What a sender says of a withdrawal, and what the report shows here. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class HandedWithdrawalTest {

    private final UUID origin = UUID.randomUUID();

    private ObjectNode document(int revision, String withdrawal) {
        ObjectNode document = Documents.sound(origin, revision);
        document.putObject("withdrawal").put("state", withdrawal).put("reason", "It was an exercise")
                .put("askedAt", "2026-11-23T04:00:00Z");
        return document;
    }

    private Answer hand(ObjectNode document) {
        return Handing.over(Documents.bytes(document)).send();
    }

    private String state() {
        return Rows.column("select state from report where origin_report = ?", origin).get(0);
    }

    private String withdrawal() {
        return Rows.column("select w.state from withdrawal w join report r on r.id = w.report_id where r.origin_report = ?", origin).get(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"asked", "confirmed"})
    void aReportThatComesWithItShowsItFromTheBeginning(String word) {
        // When
        Answer answer = hand(document(1, word));

        // Then
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        assertThat(state()).isEqualTo(word.equals("asked") ? "withdrawal-asked" : "withdrawn");
        assertThat(withdrawal()).isEqualTo(word);
    }

    @Test
    void whatRepeatsTheRevisionThatWeHaveIsNoNewOne() {
        // Given
        hand(Documents.sound(origin, 1));

        // When
        hand(document(1, "asked"));
        hand(document(1, "asked"));

        // Then
        assertThat(state()).isEqualTo("withdrawal-asked");
        assertThat(Kept.revisions(origin)).isEqualTo(1);
        assertThat(Rows.number("select count(*) from timeline t join report r on r.id = t.report_id "
                + "where r.origin_report = ? and t.type = 'report.withdrawal-asked'", origin)).isEqualTo(1);
    }

    @Test
    void aNewRevisionMayComeWithIt() {
        // Given
        hand(Documents.sound(origin, 1));

        // When
        hand(document(2, "asked"));

        // Then
        assertThat(Kept.revisions(origin)).isEqualTo(2);
        assertThat(state()).isEqualTo("withdrawal-asked");
    }

    @Test
    void whenItIsNoMoreAskedForTheReportStands() {
        // Given
        hand(document(1, "asked"));

        // When
        hand(document(1, "ended"));

        // Then
        assertThat(state()).isEqualTo("received");
        assertThat(withdrawal()).isEqualTo("refused");
    }

    @Test
    void aReportThatWasDoneWithHereIsWithdrawnAllTheSame() throws Exception {
        // Given
        hand(Documents.sound(origin, 1));
        try (var owner = Rows.asOwner(); var update = owner.prepareStatement("update report set state = 'closed' where origin_report = ?")) {
            update.setObject(1, origin);
            update.executeUpdate();
        }

        // When
        Answer answer = hand(document(1, "confirmed"));

        // Then
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        assertThat(state()).isEqualTo("withdrawn");
    }

    @Test
    void aWordThatIsNotOfTheProtocolIsRefused() {
        // When
        Answer answer = hand(document(1, "perhaps"));

        // Then
        assertThat(answer.refusal()).isEqualTo("422 invalid");
        assertThat(Kept.reports(origin)).isZero();
    }
}
