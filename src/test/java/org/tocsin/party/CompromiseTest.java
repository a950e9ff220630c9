package org.tocsin.party;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.local.As;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestOrganisation;
import org.tocsin.local.Together;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;

/** The switch "our mail, phones or sign-in are compromised". */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class CompromiseTest {

    private final String ofA = "/api/v1/organisations/" + TestOrganisation.A.id() + "/compromise";
    private static final String MAIL = "{\"means\": [\"mail\"], \"reason\": \"Our mailboxes are read.\"}";

    @Inject
    Compromise compromise;
    @Inject
    Transactions transactions;

    @BeforeEach
    @AfterEach
    void lift() {
        As.LIAISON_1.asks().queryParam("calledBack", "after the test").delete(ofA).then().statusCode(200);
    }

    private static long written(String type) {
        return Rows.number("select count(*) from audit_entry where type = ? and organisation_id = '" + TestOrganisation.A.id() + "'", type);
    }

    @Test
    void whatIsSaidStandsWithWhoSaidItAndWhy() {
        // When
        Response said = As.OPERATOR_A.sends(MAIL).put(ofA);

        // Then
        assertThat(said.statusCode()).as(said.asString()).isEqualTo(200);
        assertThat(said.jsonPath().getString("organisation")).isEqualTo(TestOrganisation.A.id());
        assertThat(said.jsonPath().getList("standing.means")).containsExactly("mail");
        assertThat(said.jsonPath().getString("standing[0].saidBy")).isEqualTo(As.OPERATOR_A.user());
        assertThat(said.jsonPath().getString("standing[0].reason")).isEqualTo("Our mailboxes are read.");
        assertThat(As.LIAISON_1.asks().get(ofA).asString()).isEqualTo(said.asString());
        assertThat(transactions.seeing(Sight.all(), () -> compromise.stands(TestOrganisation.A.id()))).isTrue();
        assertThat(transactions.seeing(Sight.all(), () -> compromise.stands(TestOrganisation.A.id(), Means.MAIL))).isTrue();
        assertThat(transactions.seeing(Sight.all(), () -> compromise.stands(TestOrganisation.A.id(), Means.PHONES))).isFalse();
    }

    @Test
    void sayingMoreAddsAndSayingItAgainChangesNothing() {
        // Given
        String since = As.OPERATOR_A.sends(MAIL).put(ofA).path("standing[0].since");
        long before = written("organisation.compromised");

        // When
        As.LIAISON_1.sends("{\"means\": [\"mail\"]}").put(ofA).then().statusCode(200);
        long afterTheSame = written("organisation.compromised");
        Response more = As.LIAISON_1.sends("{\"means\": [\"sign-in\", \"mail\"]}").put(ofA);

        // Then
        assertThat(afterTheSame).isEqualTo(before);
        assertThat(written("organisation.compromised")).isEqualTo(before + 1);
        assertThat(more.jsonPath().getList("standing.means")).containsExactlyInAnyOrder("mail", "sign-in");
        assertThat(more.jsonPath().getString("standing.find {it.means == 'mail'}.since")).isEqualTo(since);
    }

    @Test
    void manyWhoSayItAtOnceSayItOnce() {
        // Given
        long before = written("organisation.compromised");

        // When
        List<Response> answers = Together.all(IntStream.range(0, 6).<Supplier<Response>>mapToObj(i -> () ->
                As.OPERATOR_A.sends(MAIL).put(ofA)).toList());

        // Then
        assertThat(answers).extracting(Response::statusCode).containsOnly(200);
        assertThat(written("organisation.compromised")).isEqualTo(before + 1);
    }

    @Test
    void theOrganisationItselfCannotLiftIt() {
        // Given
        As.OPERATOR_A.sends(MAIL).put(ofA);

        // When
        Response lifted = As.OPERATOR_A.asks().queryParam("calledBack", "myself").delete(ofA);
        int rows = transactions.seeing(Sight.own(TestOrganisation.A.id()), () -> compromise.lift(TestOrganisation.A.id()));

        // Then
        assertThat(lifted.statusCode()).isEqualTo(403);
        assertThat(rows).isZero();
        assertThat(As.OPERATOR_A.asks().get(ofA).jsonPath().getList("standing")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"LIAISON_1", "ADMIN"})
    void whoCalledBackLiftsItAndSaysWhomTheyReached(As lifting) {
        // Given
        As.OPERATOR_A.sends(MAIL).put(ofA);
        long before = written("organisation.compromise-lifted");

        // When
        Response lifted = lifting.asks().queryParam("calledBack", "M. Ortiz, satellite phone").delete(ofA);
        lifting.asks().queryParam("calledBack", "M. Ortiz, satellite phone").delete(ofA).then().statusCode(200);

        // Then
        assertThat(lifted.jsonPath().getList("standing")).isNullOrEmpty();
        assertThat(written("organisation.compromise-lifted")).isEqualTo(before + 1);
        assertThat(transactions.seeing(Sight.all(), () -> compromise.stands(TestOrganisation.A.id()))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?calledBack=%20", "?calledBack=a%07b"})
    void nobodyLiftsItWithoutSayingWhomTheyReached(String query) {
        // Given
        As.OPERATOR_A.sends(MAIL).put(ofA);

        // When
        Response answer = As.LIAISON_1.asks().urlEncodingEnabled(false).delete(ofA + query);

        // Then
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:tocsin:problem:call-back-missing");
        assertThat(As.OPERATOR_A.asks().get(ofA).jsonPath().getList("standing")).hasSize(1);
    }

    static List<String> others() {
        return List.of(TestOrganisation.A.id(), "none-such");
    }

    @ParameterizedTest
    @MethodSource("others")
    void anothersOrganisationIsNotFoundAsOneThatIsNone(String id) {
        // Given
        String path = "/api/v1/organisations/" + id + "/compromise";

        // When
        Response read = As.OPERATOR_B.asks().urlEncodingEnabled(false).get(path);
        Response said = As.OPERATOR_B.sends(MAIL).urlEncodingEnabled(false).put(path);

        // Then
        assertThat(read.statusCode()).isEqualTo(404);
        assertThat(said.statusCode()).isEqualTo(404);
        assertThat(transactions.seeing(Sight.all(), () -> compromise.stands(TestOrganisation.A.id()))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{}|/means", "{\"means\": []}|/means", "{\"means\": [\"post\"]}|/means/0", "{\"means\": [\"mail\"], \"reason\": \"\"}|/reason"})
    void aBodyOfTheWrongFormIsUnprocessable(String body, String pointer) {
        // When
        Response answer = As.OPERATOR_A.sends(body).put(ofA);

        // Then
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(422);
        assertThat(answer.jsonPath().getList("faults.pointer")).containsExactly(pointer);
    }
}
