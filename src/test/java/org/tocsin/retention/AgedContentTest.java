package org.tocsin.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.local.As;
import org.tocsin.local.Await;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestOrganisation;

/** What belongs to no report goes too, when its time is over and nobody holds the organisation. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class AgedContentTest {

    private static final String SAID = "what only the reporter should know";

    @Inject
    Housekeeping housekeeping;

    private final String id = UUID.randomUUID().toString();

    @BeforeEach
    void nobodyHolds() {
        Rows.change("update legal_hold set lifted_at = now(), lifted_by = 'test', lifted_because = 'test' where lifted_at is null and organisation_id = ?",
                TestOrganisation.A.id());
    }

    private void quarantined(String state, int daysAgo) {
        boolean decided = state.equals("refused") || state.equals("accepted");
        Rows.change("""
                insert into quarantine (id, organisation_id, client, key, body, digest, title, why, proof, received_at, state, decided_by, decided_at, reason)
                values (cast(? as uuid), ?, 'sensor', ?, convert_to(?, 'UTF8'), decode(repeat('00', 32), 'hex'), ?, 'expired', 'assertion',
                  now() - ? * interval '1 day', ?, ?, case when ? then now() - ? * interval '1 day' end, ?)""",
                id, TestOrganisation.A.id(), id, "{\"title\": \"" + SAID + "\"}", SAID, decided ? 5000 : daysAgo, state,
                decided ? "liaison" : null, decided, daysAgo, decided ? SAID : null);
    }

    private void contactChange(String state, int daysAgo) {
        Rows.change("""
                insert into contact_held (id, organisation_id, document, asked_by, asked_at, state, decided_at, called_back)
                values (cast(? as uuid), ?, ?, 'somebody', now() - ? * interval '1 day', ?, case when ? <> 'held' then now() - ? * interval '1 day' end, ?)""",
                id, TestOrganisation.A.id(), "{\"outOfBand\": [\"" + SAID + "\"]}", daysAgo, state, state, daysAgo, state.equals("held") ? null : SAID);
    }

    private void entry(String type, int daysAgo) {
        Rows.change("""
                with entry as (
                  insert into audit_entry (id, organisation_id, type, actor, audience, at, commitment)
                  values (cast(? as uuid), ?, ?, 'somebody', 'operator', now() - ? * interval '1 day', decode(repeat('00', 32), 'hex'))
                  returning id, organisation_id)
                insert into audit_payload (entry_id, organisation_id, audience, salt, content)
                select id, organisation_id, 'operator', decode(repeat('00', 32), 'hex'), convert_to(?, 'UTF8') from entry""",
                id, TestOrganisation.A.id(), type, daysAgo, "{\"detail\": \"" + SAID + "\"}");
    }

    private boolean isThere(String table, String key) {
        return Rows.number("select count(*) from " + table + " where " + key + " = cast(? as uuid) and erased_at is null", id) == 1;
    }

    private List<String> entriesThatNameIt(String type) {
        Await.sequenced();
        return Rows.column("select convert_from(p.content, 'UTF8') from audit_entry e join audit_payload p on p.entry_id = e.id "
                + "where e.type = ? and e.organisation_id = ? and convert_from(p.content, 'UTF8') like ?", type, TestOrganisation.A.id(), "%" + id + "%");
    }

    @ParameterizedTest
    @CsvSource({"refused,91,true", "refused,89,false", "held,91,true", "held,89,false", "accepting,91,true"})
    void quarantineThatNobodyAcceptedGoes(String state, int daysAgo, boolean goes) {
        // Given
        quarantined(state, daysAgo);

        // When
        housekeeping.run(TestOrganisation.A.id());

        // Then
        assertThat(isThere("quarantine", "id")).isEqualTo(!goes);
        assertThat(entriesThatNameIt("quarantine.erased")).hasSize(goes ? 1 : 0);
        assertThat(Rows.number("select count(*) from quarantine where id = cast(? as uuid) and convert_from(body, 'UTF8') || title || coalesce(reason, '') like ?",
                id, "%" + SAID + "%")).isEqualTo(goes ? 0 : 1);
        if (goes) {
            assertThat(As.LIAISON_1.asks().get("/api/v1/quarantine/" + id).<String>path("state")).isEqualTo("refused");
        }
    }

    @ParameterizedTest
    @CsvSource({"confirmed,366,true", "confirmed,364,false", "held,366,true", "held,364,false"})
    void changesOfContactsGo(String state, int daysAgo, boolean goes) {
        // Given
        contactChange(state, daysAgo);

        // When
        housekeeping.run(TestOrganisation.A.id());

        // Then
        assertThat(isThere("contact_held", "id")).isEqualTo(!goes);
        assertThat(entriesThatNameIt("contact-changes.erased")).hasSize(goes ? 1 : 0);
        assertThat(Rows.number("select count(*) from contact_held where id = cast(? as uuid) and document || coalesce(called_back, '') like ?", id, "%" + SAID + "%"))
                .isEqualTo(goes ? 0 : 1);
        assertThat(As.OPERATOR_A.asks().get("/api/v1/organisations/" + TestOrganisation.A.id() + "/contacts").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"client.enrolled,1826,true", "client.enrolled,1824,false", "webhook.registered,1826,true", "contacts.changed,1826,true",
            "quarantine.erased,5000,false"})
    void whatEntriesSayThatAreAboutNoReportGoes(String type, int daysAgo, boolean goes) {
        // Given
        entry(type, daysAgo);

        // When
        housekeeping.run(TestOrganisation.A.id());

        // Then
        assertThat(isThere("audit_payload", "entry_id")).isEqualTo(!goes);
        assertThat(entriesThatNameIt("audit-entries.erased")).hasSize(goes ? 1 : 0);
        assertThat(Rows.number("select count(*) from audit_entry where id = cast(? as uuid) and length(commitment) = 32", id)).isEqualTo(1);
    }

    /** Three versions; the second and the third were written so many days ago. */
    private void contactVersions(int second, int third) {
        Rows.change("delete from contact_book where organisation_id = ?", TestOrganisation.A.id());
        int version = 1;
        for (int daysAgo : new int[] {5000, second, third}) {
            Rows.change("""
                    insert into contact_book (organisation_id, version, document, written_by, written_at)
                    values (?, ?, '{}', 'somebody', now() - ? * interval '1 day')""", TestOrganisation.A.id(), version++, daysAgo);
        }
    }

    private static List<String> versions() {
        return Rows.column("select version from contact_book where organisation_id = ? order by version", TestOrganisation.A.id());
    }

    @Test
    void contactsThatWereReplacedLongAgoGo() {
        // Given
        contactVersions(366, 364);

        // When
        housekeeping.run(TestOrganisation.A.id());

        // Then
        assertThat(versions()).containsExactly("2", "3");
        assertThat(Rows.number("select count(*) from audit_entry where type = 'contact-versions.erased' and organisation_id = ?", TestOrganisation.A.id())).isPositive();
    }

    @Test
    void contactsFromBeforeACompromiseStayWhileItLasts() {
        // Given
        contactVersions(366, 364);
        Rows.change("insert into compromise (organisation_id, means, since, said_by) values (?, 'mail', now(), 'somebody')", TestOrganisation.A.id());

        // When
        housekeeping.run(TestOrganisation.A.id());
        int removed = Rows.change("delete from contact_book where organisation_id = ? and version = 1", TestOrganisation.A.id());
        Rows.change("delete from compromise where organisation_id = ?", TestOrganisation.A.id());

        // Then
        assertThat(removed).isZero();
        assertThat(versions()).containsExactly("1", "2", "3");
    }

    @Test
    void nothingGoesWhileSomebodyHoldsTheOrganisation() {
        // Given
        quarantined("refused", 1000);
        contactVersions(1000, 900);
        String hold = As.ADMIN.sends("{\"reason\": \"Proceedings\"}").post("/api/v1/organisations/" + TestOrganisation.A.id() + "/holds").path("id");

        // When
        housekeeping.run(TestOrganisation.A.id());

        // Then
        assertThat(hold).isNotNull();
        assertThat(isThere("quarantine", "id")).isTrue();
        assertThat(versions()).containsExactly("1", "2", "3");
    }

    @Test
    void moreThanABatchGoesInOneNight() {
        // Given
        Rows.change("""
                insert into contact_held (id, organisation_id, document, asked_by, asked_at, state)
                select gen_random_uuid(), ?, '{}', 'somebody', now() - interval '400 days', 'refused' from generate_series(1, ?)""",
                TestOrganisation.B.id(), AgedContent.BATCH + 1);

        // When
        housekeeping.run(TestOrganisation.B.id());

        // Then
        assertThat(Rows.number("select count(*) from contact_held where organisation_id = ? and erased_at is null", TestOrganisation.B.id())).isZero();
    }

    @Test
    void theServicesRoleCannotEraseWithoutAnErasure() {
        quarantined("refused", 1000);

        assertThatThrownBy(() -> {
            try (var service = Rows.asService(); var statement = service.createStatement()) {
                statement.executeQuery("select * from erase_quarantine(gen_random_uuid(), now() - interval '2 days', 10)");
            }
        }).hasMessageContaining("no erasure");
    }
}
