package org.tocsin.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.quarkus.test.InjectMock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.local.As;
import org.tocsin.local.Callers;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestOrganisation;
import org.tocsin.party.Caller;
import org.tocsin.problem.Fault;
import org.tocsin.problem.Problem;

/** People while the identity provider does not do as it is told. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class PeopleTest {

    private final Caller admin = Callers.person(As.ADMIN.user(), "pages", null, "admin");

    @InjectMock
    PeopleLine line;
    @Inject
    People people;

    private final String account = "ada-" + UUID.randomUUID();

    @BeforeEach
    void hasAda() {
        when(line.hasAccount()).thenReturn(true);
        when(line.one(any(), any())).thenReturn(Optional.of(new Person("some-id", account, "Ada Winter", account + "@grid.example", true, List.of("operator"), List.of())));
    }

    @Test
    void whileItIsDownThePageSaysSoInWords() {
        // Given
        when(line.of(any())).thenThrow(new IdentityProviderDown("no answer", 502));

        // When
        People.Known known = people.of(TestOrganisation.B.id());

        // Then
        assertThat(known.people()).isEmpty();
        assertThat(known.silent()).contains("does not answer now").contains("goes on working until their session ends");
    }

    @Test
    void whatFailedHalfwayIsAuditedAsBegunAndFailed() {
        // Given
        doThrow(new IdentityProviderDown("no answer", 502)).when(line).signOut(anyString());

        // When
        assertThatThrownBy(() -> people.disable(admin, TestOrganisation.B.id(), "some-id"))
                .isInstanceOfSatisfying(Problem.class, refused -> assertThat(refused.status()).isEqualTo(503));

        // Then
        assertThat(Rows.column("select e.type from audit_entry e join audit_payload p on p.entry_id = e.id "
                + "where convert_from(p.content, 'UTF8') like ? order by e.id", "%" + account + "%"))
                .containsExactly("person.disabled-begun", "person.disabled-failed");
    }

    @Test
    void nobodyOfAnotherOrganisationIsMadeOneOfThoseWhoSeeAll() {
        for (String role : List.of("auditor", "liaison", "admin", "no-such-role")) {
            assertThatThrownBy(() -> people.setRoles(admin, TestOrganisation.B.id(), "some-id", List.of("operator", role)))
                    .isInstanceOfSatisfying(Problem.class, refused -> assertThat(refused.faults()).extracting(Fault::pointer).containsExactly("/roles"));
            assertThatThrownBy(() -> people.invite(admin, TestOrganisation.B.id(), new Invitation("ada@grid.example", "Ada", "Winter", List.of(role))))
                    .isInstanceOfSatisfying(Problem.class, refused -> assertThat(refused.status()).isEqualTo(422));
        }
        verify(line, never()).setRoles(any(), any());
    }
}
