package org.tocsin.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tocsin.local.Callers;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestOrganisation;
import org.tocsin.party.Caller;
import org.tocsin.party.Role;
import org.tocsin.problem.Problem;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;

/** How many drafts and parked forms are kept, for whom, how long. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class DraftsTest {

    private final Caller writer = person();

    @Inject
    Drafts drafts;
    @Inject
    Parking parking;
    @Inject
    Transactions transactions;
    @Inject
    EntityManager database;

    private static Caller person() {
        return Callers.person("writer-" + UUID.randomUUID(), "pages", TestOrganisation.A.id(), Role.OPERATOR);
    }

    private Draft begun() {
        return drafts.begin(writer, null, null, UUID.randomUUID().toString(), Typed.empty());
    }

    private void age(String statement, Object id) {
        transactions.seeing(Sight.all(), () -> {
            database.createNativeQuery(statement).setParameter("id", id).executeUpdate();
        });
    }

    @Test
    void aPersonKeepsSoManyAndNoMore() {
        // Given
        IntStream.range(0, Drafts.MOST).forEach(each -> begun());

        // When, Then
        assertThatThrownBy(this::begun).isInstanceOfSatisfying(Problem.class, refused -> assertThat(refused.status()).isEqualTo(409));
        drafts.discard(writer, drafts.of(writer).get(0).id.toString());
        assertThat(begun().id).isNotNull();
    }

    @Test
    void aColleagueDoesNotFindIt() {
        String id = begun().id.toString();

        assertThatThrownBy(() -> drafts.mine(person(), id)).isInstanceOfSatisfying(Problem.class, refused -> assertThat(refused.status()).isEqualTo(404));
        assertThat(drafts.mine(writer, id).owner).isEqualTo(writer.id());
    }

    @Test
    void whatIsTooLongIsRefusedAndNothingIsLost() {
        // Given
        String id = begun().id.toString();
        drafts.write(writer, id, typed -> typed.put("/title", "Kept"));

        // When
        assertThatThrownBy(() -> drafts.write(writer, id, typed -> typed.put("/description", "x".repeat(Drafts.BYTES))))
                .isInstanceOfSatisfying(Problem.class, refused -> assertThat(refused.status()).isEqualTo(413));

        // Then
        assertThat(Drafts.typed(drafts.mine(writer, id)).text("/title")).isEqualTo("Kept");
    }

    @Test
    void whatNobodyTouchesIsForgotten() {
        // Given
        UUID old = begun().id;
        UUID young = begun().id;
        age("update draft set touched_at = touched_at - interval '31 days' where id = :id", old);

        // When
        drafts.prune();

        // Then
        assertThat(drafts.of(writer)).extracting(draft -> draft.id).containsExactly(young);
    }

    @Test
    void aParkedFormIsItsSendersAloneAndOfTheLatestFew() {
        // Given
        List<UUID> parked = IntStream.rangeClosed(0, Parking.MOST)
                .mapToObj(each -> parking.park(writer.name(), new ParkedForm("/reports/new", "%2Ftitle=A+clock+%26+" + each))).toList();

        // When, Then
        assertThat(parking.find(writer.name(), parked.get(0).toString())).isEmpty();
        assertThat(parking.find(writer.name(), parked.get(1).toString())).get()
                .satisfies(form -> assertThat(form.fields()).containsExactly(new ParkedForm.Field("/title", "A clock & 1")));
        assertThat(parking.find(person().name(), parked.get(1).toString())).isEmpty();
        assertThat(parking.find(writer.name(), "no id")).isEmpty();
    }
}
