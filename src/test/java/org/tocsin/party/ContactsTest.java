package org.tocsin.party;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.local.As;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestOrganisation;
import org.tocsin.local.Together;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;

/** How organisations are reached, and who may change that while something of theirs is compromised. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ContactsTest {

    private final String organisation = "/api/v1/organisations/" + TestOrganisation.B.id();
    private final String contactsPath = organisation + "/contacts";
    private static final String CALLED = "{\"calledBack\": \"A. Lind, private phone\"}";

    @Inject
    Contacts contacts;
    @Inject
    Transactions transactions;

    @BeforeEach
    @AfterEach
    void lift() {
        As.ADMIN.asks().get(contactsPath).jsonPath().<String>getList("held.id").forEach(id -> As.LIAISON_1.sends(CALLED).post(held(id, "refuse")));
        As.LIAISON_1.asks().queryParam("calledBack", "after the test").delete(organisation + "/compromise");
        As.OPERATOR_B.sends("{}").put(contactsPath).then().statusCode(200);
    }

    private String held(String id, String act) {
        return contactsPath + "/held/" + id + "/" + act;
    }

    private static String book(String mail) {
        return "{\"mail\": [\"%s\"], \"phones\": [\"+44 20 7946 0000\"], \"outOfBand\": [\"A. Lind, private phone\"]}".formatted(mail);
    }

    private void compromised() {
        As.OPERATOR_B.sends("{\"means\": [\"sign-in\"]}").put(organisation + "/compromise").then().statusCode(200);
    }

    private static String unique() {
        return UUID.randomUUID() + "@grid.example.org";
    }

    private static void isConflict(Response answer, String kind) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(409);
        assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:tocsin:problem:" + kind);
    }

    @Test
    void anOrganisationSaysHowItIsReachedAndWhatItSaidBeforeStays() {
        // Given
        String before = unique();
        String after = unique();
        As.OPERATOR_B.sends(book(before)).put(contactsPath);

        // When
        Response changed = As.OPERATOR_B.sends(book(after)).put(contactsPath);
        Response again = As.OPERATOR_B.sends(book(after)).put(contactsPath);

        // Then
        assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(200);
        assertThat(changed.jsonPath().getList("contacts.mail")).containsExactly(after);
        assertThat(changed.jsonPath().getList("contacts.outOfBand")).containsExactly("A. Lind, private phone");
        assertThat(changed.jsonPath().getString("changedBy")).isEqualTo(As.OPERATOR_B.user());
        assertThat(changed.jsonPath().getMap("$")).doesNotContainKey("former");
        assertThat(again.asString()).isEqualTo(changed.asString());
        Response seen = As.LIAISON_1.asks().get(contactsPath);
        assertThat(seen.jsonPath().getList("former[0].contacts.mail")).containsExactly(before);
        assertThat(transactions.seeing(Sight.all(), () -> contacts.of(TestOrganisation.B.id()).mail())).containsExactly(new MailAddress(after));
    }

    @Test
    void manyChangesAtOnceEachHaveAVersion() {
        // Given
        long before = Rows.number("select count(*) from contact_book where organisation_id = '" + TestOrganisation.B.id() + "'");

        // When
        List<Response> answers = Together.all(IntStream.range(0, 5).<Supplier<Response>>mapToObj(i -> () ->
                As.OPERATOR_B.sends(book(unique())).put(contactsPath)).toList());

        // Then
        assertThat(answers).extracting(Response::statusCode).containsOnly(200);
        assertThat(Rows.number("select count(*) from contact_book where organisation_id = '" + TestOrganisation.B.id() + "'")).isEqualTo(before + 5);
    }

    @Test
    void whileSomethingIsCompromisedAChangeWaitsForACallBack() {
        // Given
        String before = unique();
        String asked = unique();
        As.OPERATOR_B.sends(book(before)).put(contactsPath);
        compromised();

        // When
        Response held = As.OPERATOR_B.sends(book(asked)).put(contactsPath);
        List<MailAddress> meanwhile = transactions.seeing(Sight.all(), () -> contacts.of(TestOrganisation.B.id()).mail());
        Response confirmed = As.LIAISON_1.sends(CALLED).post(held(held.path("held[0].id"), "confirm"));

        // Then
        assertThat(held.statusCode()).as(held.asString()).isEqualTo(202);
        assertThat(held.jsonPath().getList("contacts.mail")).containsExactly(before);
        assertThat(held.jsonPath().getList("held[0].contacts.mail")).containsExactly(asked);
        assertThat(meanwhile).containsExactly(new MailAddress(before));
        assertThat(confirmed.statusCode()).as(confirmed.asString()).isEqualTo(200);
        assertThat(confirmed.jsonPath().getList("contacts.mail")).containsExactly(asked);
        assertThat(confirmed.jsonPath().getList("held")).isNullOrEmpty();
    }

    @Test
    void aChangeThatIsRefusedChangesNothingAndIsDecidedOnOnce() {
        // Given
        compromised();
        String id = As.OPERATOR_B.sends(book(unique())).put(contactsPath).path("held[0].id");
        String before = As.OPERATOR_B.asks().get(contactsPath).jsonPath().getString("contacts");

        // When
        Response refused = As.LIAISON_1.sends(CALLED).post(held(id, "refuse"));

        // Then
        assertThat(refused.statusCode()).isEqualTo(200);
        assertThat(refused.jsonPath().getString("contacts")).isEqualTo(before);
        isConflict(As.LIAISON_2.sends(CALLED).post(held(id, "confirm")), "already-decided");
        assertThat(Rows.column("select called_back from contact_held where id = ?::uuid", id)).containsExactly("A. Lind, private phone");
    }

    @Test
    void ofTwoWhoDecideAtOnceOneDoes() {
        // Given
        compromised();
        String id = As.OPERATOR_B.sends(book(unique())).put(contactsPath).path("held[0].id");

        // When
        List<Response> answers = Together.all(List.of(
                () -> As.LIAISON_1.sends(CALLED).post(held(id, "confirm")),
                () -> As.LIAISON_2.sends(CALLED).post(held(id, "refuse"))));

        // Then
        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void tenAreHeldAtMost() {
        // Given
        compromised();
        for (int i = 0; i < ContactDesk.MOST_HELD; i++) {
            As.OPERATOR_B.sends(book(unique())).put(contactsPath).then().statusCode(202);
        }

        // Then
        isConflict(As.OPERATOR_B.sends(book(unique())).put(contactsPath), "too-many-held");
    }

    @Test
    void anAdministratorsChangeIsNotHeld() {
        // Given
        compromised();

        // Then
        As.ADMIN.sends(book(unique())).put(contactsPath).then().statusCode(200);
    }

    static List<String> others() {
        return List.of(TestOrganisation.B.id(), "none-such");
    }

    @ParameterizedTest
    @MethodSource("others")
    void anothersOrganisationIsNotFound(String id) {
        assertThat(As.OPERATOR_A.asks().get("/api/v1/organisations/" + id + "/contacts").statusCode()).isEqualTo(404);
        assertThat(As.OPERATOR_A.sends(book(unique())).put("/api/v1/organisations/" + id + "/contacts").statusCode()).isEqualTo(404);
    }

    @Test
    void aHeldChangeIsFoundInItsOwnOrganisationOnly() {
        // Given
        compromised();
        String id = As.OPERATOR_B.sends(book(unique())).put(contactsPath).path("held[0].id");

        // Then
        assertThat(As.LIAISON_1.sends(CALLED).post("/api/v1/organisations/" + TestOrganisation.A.id() + "/contacts/held/" + id + "/confirm").statusCode()).isEqualTo(404);
        assertThat(As.LIAISON_1.sends(CALLED).post(held(UUID.randomUUID().toString(), "confirm")).statusCode()).isEqualTo(404);
        assertThat(As.LIAISON_1.sends("{}").post(held(id, "confirm")).statusCode()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"mail\": [\"no address\"]}|/mail/0", "{\"mail\": [\"a@b.example\\nBcc: all@b.example\"]}|/mail/0",
        "{\"mail\": [\"SOC <soc@b.example>\"]}|/mail/0", "{\"phones\": [\"112\"]}|/phones/0", "{\"outOfBand\": [\"\"]}|/outOfBand/0",
        "{\"fax\": []}|/fax"})
    void aBodyOfTheWrongFormIsUnprocessable(String body, String pointer) {
        // When
        Response answer = As.OPERATOR_B.sends(body).put(contactsPath);

        // Then
        assertThat(answer.statusCode()).as(answer.asString()).isIn(422, 400);
        assertThat(answer.jsonPath().getList("faults.pointer")).contains(pointer);
    }
}
