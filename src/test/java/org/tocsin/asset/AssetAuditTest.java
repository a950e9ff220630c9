package org.tocsin.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tocsin.local.Callers;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestOrganisation;
import org.tocsin.party.Caller;
import org.tocsin.party.Role;
import org.tocsin.problem.Problem;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.conditional.Precondition;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class AssetAuditTest {

    @Inject
    AssetRegister register;
    @Inject
    Transactions transactions;
    @Inject
    EntityManager database;

    /** Its entries are told from those of other tests by the actor. */
    private final Caller caller = Callers.person("tester-" + UUID.randomUUID(), "cli", TestOrganisation.A.id(), Role.OPERATOR);

    private void put(String ref, String body) {
        register.put(caller, ref, Precondition.NONE, body.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> entries() {
        return transactions.seeing(Sight.own(TestOrganisation.A.id()), () -> database.createQuery(
                        "select type from AuditEntry where actor = :actor order by id", String.class)
                .setParameter("actor", caller.name())
                .getResultList());
    }

    @Test
    void eachChangeOfTheInventoryLeavesAnEntryThatItsOrganisationMayRead() {
        // Given
        String ref = "audited-" + UUID.randomUUID().toString().substring(0, 8);
        String body = "{\"name\": \"Server\", \"kind\": \"server\", \"criticality\": 1}";

        // When
        put(ref, body);
        put(ref, body);
        register.remove(caller, ref, Precondition.NONE);

        // Then
        assertThat(entries()).containsExactly("asset.listed", "asset.changed", "asset.removed");
    }

    @Test
    void whatIsRefusedLeavesNone() {
        // When
        assertThatThrownBy(() -> register.remove(caller, "never-listed", Precondition.NONE)).isInstanceOf(Problem.class);

        // Then
        assertThat(entries()).isEmpty();
    }
}
