package org.tocsin.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.local.As.AUDITOR;
import static org.tocsin.local.As.LIAISON_1;
import static org.tocsin.local.As.OPERATOR_A;
import static org.tocsin.local.As.OPERATOR_B;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.local.As;
import org.tocsin.local.Callers;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.local.Statements;
import org.tocsin.local.TestOrganisation;
import org.tocsin.party.Caller;
import org.tocsin.party.Role;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ImportTest {

    @Inject
    AssetImport importing;

    /** The tests share inventories: each names entries of its own. */
    private String ours;

    @BeforeEach
    void nameIt() {
        ours = "i" + UUID.randomUUID().toString().substring(0, 8) + "-";
    }

    private static Response table(As who, String query, String csv) {
        return who.asks().contentType("text/csv").body(csv.getBytes(StandardCharsets.UTF_8)).post("/api/v1/assets:import" + query);
    }

    private static Response list(As who, String query, String json) {
        return who.sends(json).post("/api/v1/assets:import" + query);
    }

    private String servers(int criticality, String... names) {
        return "ref,name,kind,criticality\n" + List.of(names).stream()
                .map(name -> ours + name + ",Server " + name + ",server," + criticality + "\n").collect(Collectors.joining());
    }

    /** A trial that was misspelt was carried out once, and what the file did not name was struck off. */
    @Test
    void aMisspeltTrialDeletesNothing() {
        // Given
        table(OPERATOR_A, "", servers(3, "kept", "named")).then().statusCode(200);
        long before = Rows.number("select count(*) from asset where organisation_id = ?", OPERATOR_A.organisation());

        // When
        Response answer = table(OPERATOR_A, "?dry_run=true&mode=replace", servers(3, "named"));

        // Then
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("faults[0].pointer")).isEqualTo("/dry_run");
        assertThat(answer.jsonPath().getString("faults[0].message")).contains("Did you mean \"dryRun\"?");
        assertThat(Rows.number("select count(*) from asset where organisation_id = ?", OPERATOR_A.organisation())).isEqualTo(before);
        assertThat(entry(OPERATOR_A, ours + "kept").statusCode()).isEqualTo(200);
    }

    @Test
    void everyParameterOfAnImportThatCannotBeUsedIsToldAtOnce() {
        Response answer = table(OPERATOR_A, "?dryRun=yes&mode=replce&mode=merge&format=&separator=dot", servers(3, "named"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().<String>getList("faults.pointer")).containsExactlyInAnyOrder("/dryRun", "/mode", "/mode", "/format", "/separator");
    }

    private static Response entry(As who, String ref) {
        return who.asks().get("/api/v1/assets/" + ref);
    }

    @Test
    void aTableIsListedAndTheSameAgainChangesNothing() {
        // Given
        String table = servers(3, "a", "b");

        // When
        Response first = table(OPERATOR_A, "", table);
        Response second = table(OPERATOR_A, "", table.replace(',', ';'));

        // Then
        assertThat(first.statusCode()).as(first.asString()).isEqualTo(200);
        assertThat(first.jsonPath().getList("added")).containsExactly(ours + "a", ours + "b");
        assertThat(entry(OPERATOR_A, ours + "b").<String>path("name")).isEqualTo("Server b");
        assertThat(second.jsonPath().getMap("counts")).isEqualTo(Map.of("added", 0, "changed", 0, "unchanged", 2, "removed", 0));
        assertThat(Rows.number("select version from asset where ref = ?", ours + "a")).isEqualTo(1);
    }

    @Test
    void aDryRunSaysWhatWouldChangeAndChangesNothing() {
        // Given
        table(OPERATOR_A, "", servers(3, "a"));

        // When
        Response dry = table(OPERATOR_A, "?dryRun=true", servers(5, "a", "b"));

        // Then
        assertThat(dry.<Boolean>path("dryRun")).isTrue();
        assertThat(dry.jsonPath().getList("added")).containsExactly(ours + "b");
        assertThat(dry.<String>path("changed[0].ref")).isEqualTo(ours + "a");
        assertThat(dry.jsonPath().getMap("changed[0].fields[0]")).isEqualTo(Map.of("field", "criticality", "before", 3, "after", 5));
        assertThat(entry(OPERATOR_A, ours + "a").<Integer>path("criticality")).isEqualTo(3);
        assertThat(entry(OPERATOR_A, ours + "b").statusCode()).isEqualTo(404);
    }

    @Test
    void everyFaultIsToldAtOnceWithLineAndColumnAndNothingIsListed() {
        // When
        Response refused = table(OPERATOR_A, "", """
                ref,name,kind,criticality,identifiers
                %1$sgood,Good,server,3,ip=192.0.2.7
                %1$sbad,,toaster,nine,ip=not-one
                %1$sgood,Twice,server,3,192.0.2.8
                """.formatted(ours));

        // Then
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getList("faults", Map.class)).extracting(fault -> fault.get("line") + " " + fault.get("column"))
                .contains("3 name", "3 kind", "3 criticality", "4 identifiers");
        assertThat(entry(OPERATOR_A, ours + "good").statusCode()).isEqualTo(404);
    }

    @Test
    void whatOnlyTheWholeFileShowsIsAFaultToo() {
        // When
        Response refused = list(OPERATOR_A, "", """
                {"assets": [{"ref": "%1$sa", "name": "A", "kind": "server", "criticality": 1},
                            {"ref": "%1$sa", "name": "B", "kind": "server", "criticality": 1},
                            {"name": "C", "kind": "server", "criticality": 1}]}""".formatted(ours));

        // Then
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getList("faults.pointer")).containsExactly("/assets/1/ref", "/assets/2/ref");
    }

    @Test
    void columnsLinesCellsAndRulesAreToldTogetherFromTheTop() {
        // When
        Response refused = table(OPERATOR_A, "", """
                ref,name,kind,identifiers,colour,wheels,name
                %1$sa,A,toaster,ip=not-one,red,4,A
                %1$sb,B
                %1$sc,C,server,ip=also-not,blue,4,C
                """.formatted(ours));

        // Then
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getList("faults", Map.class))
                .extracting(fault -> fault.get("line") + " " + fault.get("column") + " " + fault.get("code"))
                .containsExactly("1 name duplicate-column", "1 colour unknown-column", "1 wheels unknown-column",
                        "1 criticality column-missing", "2 kind unknown-word", "2 identifiers format", "3 null cell-count", "4 identifiers format");
    }

    @Test
    void eachEntryOfAListIsLookedAtWhole() {
        // When
        Response refused = list(OPERATOR_A, "", """
                {"assets": [{"ref": "%1$sa", "name": "A", "kind": "toaster", "criticality": 1, "colour": "red",
                             "identifiers": [{"kind": "ip", "value": "not-one"}]},
                            {"ref": "%1$sa", "name": "B", "kind": "server", "criticality": 9,
                             "edges": [{"type": "depends-on", "to": {"ref": "%1$sa"}}]},
                            {"name": "C", "kind": "server", "criticality": 1, "identifiers": [{"kind": "ip", "value": "nor-this"}]}],
                 "colour": "red"}""".formatted(ours));

        // Then
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getList("faults.pointer")).containsExactlyInAnyOrder("/colour", "/assets/0/kind", "/assets/0/colour",
                "/assets/0/identifiers/0/value", "/assets/1/ref", "/assets/1/criticality", "/assets/1/edges/0/to", "/assets/2/ref",
                "/assets/2/identifiers/0/value");
    }

    @Test
    void aColumnThatNobodyKnowsIsNotLostSilently() {
        // When
        Response refused = table(OPERATOR_A, "", "ref,name,kind,criticality,colour\n%sa,A,server,3,red\n".formatted(ours));

        // Then
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<String>path("faults[0].code")).isEqualTo("unknown-column");
        assertThat(refused.<String>path("faults[0].column")).isEqualTo("colour");
    }

    @Test
    void replacingStrikesOffWhatTheFileDoesNotName() {
        // Given: an organisation with an inventory of its own
        Caller caller = Callers.person("importer", "cli", "tocsin", Role.OPERATOR);
        importing.take(caller, order(ImportMode.REPLACE), servers(3, "a", "b").getBytes(StandardCharsets.UTF_8));

        // When
        ImportResult result = importing.take(caller, order(ImportMode.REPLACE), servers(3, "b", "c").getBytes(StandardCharsets.UTF_8));

        // Then
        assertThat(result.removed()).containsExactly(ours + "a");
        assertThat(Rows.column("select ref from asset where organisation_id = 'tocsin' order by ref"))
                .containsExactly(ours + "b", ours + "c");
        assertThat(Rows.column("select handle from asset_handle where organisation_id = 'tocsin' order by handle"))
                .containsExactly("ref@tocsin:" + ours + "b", "ref@tocsin:" + ours + "c");
    }

    @Test
    void nothingIsNeverTakenForEverything() {
        // When
        Response empty = list(OPERATOR_A, "?mode=replace", "{\"assets\": []}");
        Response misspelt = table(OPERATOR_A, "?dryRun=yes", servers(1, "a"));
        Response unknown = table(OPERATOR_A, "?mode=overwrite", servers(1, "a"));

        // Then
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(misspelt.statusCode()).isEqualTo(400);
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(entry(OPERATOR_A, ours + "a").statusCode()).isEqualTo(404);
    }

    @Test
    void anotherOrganisationsEntriesStayItsOwn() {
        // Given
        table(OPERATOR_B, "", servers(3, "shared"));

        // When
        Response imported = table(OPERATOR_A, "", servers(5, "shared"));

        // Then
        assertThat(imported.jsonPath().getList("added")).containsExactly(ours + "shared");
        assertThat(entry(OPERATOR_B, ours + "shared").<Integer>path("criticality")).isEqualTo(3);
    }

    @Test
    void anImportLeavesOneAuditEntryWithAllThatWasWritten() {
        // When
        table(OPERATOR_A, "", servers(3, "a", "b"));

        // Then
        assertThat(Rows.number("""
                select count(*)
                from audit_entry e
                join audit_payload p on p.entry_id = e.id
                where e.type = 'inventory.imported'
                  and convert_from(p.content, 'UTF8') like ?
                  and convert_from(p.content, 'UTF8') like ?""", "%" + ours + "a%", "%" + ours + "b%")).isEqualTo(1);
    }

    @Test
    void aThousandEntriesAreWrittenByAsManyStatementsAsOne() {
        // Given
        String many = servers(2, IntStream.range(0, AssetImport.BATCH).mapToObj(i -> "n" + i).toArray(String[]::new));
        OPERATOR_B.token();

        // When
        Statements statements = Statements.of(() -> table(OPERATOR_B, "", many));

        // Then
        assertThat(Rows.number("select count(*) from asset where ref like ?", ours + "%")).isEqualTo(AssetImport.BATCH);
        assertThat(statements.texts()).as("sight, organisation, what is there, entries, handles, edges, audit entry and payload")
                .hasSizeLessThanOrEqualTo(8);
    }

    @Test
    void tooMuchIsRefused() {
        // When
        Response large = table(OPERATOR_A, "?dryRun=true", "ref\n" + "x".repeat(ImportReader.BODY_BYTES));
        Response many = table(OPERATOR_A, "?dryRun=true", "ref,name,kind,criticality\n" + "a,A,server,1\n".repeat(AssetList.MOST + 1));

        // Then
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(many.statusCode()).isEqualTo(422);
        assertThat(many.<String>path("faults[0].code")).isEqualTo("too-many");
    }

    @Test
    void whatIsNeitherJsonNorATableIsRefused() {
        // When
        Response refused = OPERATOR_A.asks().contentType(ContentType.XML).body("<assets/>").post("/api/v1/assets:import");

        // Then
        assertThat(refused.statusCode()).isEqualTo(415);
    }

    @Test
    void anExportIsTheWholeInventoryAndImportingItChangesNothing() {
        // Given
        table(OPERATOR_A, "", """
                ref,name,kind,criticality,ownerContact,identifiers,attributes,edges
                %sa,=1+1,server,3,+49 30 1,serial=%sa | ip=192.0.2.9,rack=B 2,takes-time-from ref=%s/gm-1
                """.formatted(ours, ours, TestOrganisation.B.id()));

        // When
        Response csv = OPERATOR_A.asks().accept("text/csv").get("/api/v1/assets:export");
        Response json = OPERATOR_A.asks().get("/api/v1/assets:export");

        // Then
        assertThat(csv.contentType()).startsWith("text/csv");
        assertThat(csv.asString()).contains("\r\n" + ours + "a,'=1+1,server,3,,,'+49 30 1,");
        assertThat(table(OPERATOR_A, "?dryRun=true&mode=replace", csv.asString()).jsonPath().getMap("counts"))
                .containsEntry("added", 0).containsEntry("changed", 0).containsEntry("removed", 0);
        assertThat(list(OPERATOR_A, "?dryRun=true&mode=replace", json.asString()).jsonPath().getMap("counts"))
                .containsEntry("added", 0).containsEntry("changed", 0).containsEntry("removed", 0);
    }

    @Test
    void othersExportsLookLikeNone() {
        // When
        Response others = OPERATOR_A.asks().get("/api/v1/assets:export?organisation=" + TestOrganisation.B.id());
        Response nobodys = OPERATOR_A.asks().get("/api/v1/assets:export?organisation=nobody");
        Response unsaid = LIAISON_1.asks().get("/api/v1/assets:export");
        Response auditors = AUDITOR.asks().get("/api/v1/assets:export?organisation=" + TestOrganisation.A.id());

        // Then
        assertThat(others.statusCode()).isEqualTo(404);
        assertThat(others.asString()).isEqualTo(nobodys.asString());
        assertThat(unsaid.statusCode()).isEqualTo(400);
        assertThat(auditors.statusCode()).isEqualTo(200);
    }

    @Test
    void netBoxKeepsWhatItDoesNotKnow() {
        // Given
        list(OPERATOR_A, "", """
                {"assets": [{"ref": "%1$sntp.time.example", "name": "Old name", "kind": "clock", "criticality": 5,
                  "riskAssessedAt": "2026-03-02", "edges": [{"type": "takes-time-from", "to": {"ref": "gm-1"}}]}]}""".formatted(ours));

        // When
        Response imported = table(OPERATOR_A, "?format=netbox", """
                Name,Status,Site,Role,Type,IPv4 Address,Serial number,Cluster
                %sntp.time.example,Active,North,Special,NTS-4100,192.0.2.17/24,S-1,blue
                """.formatted(ours));

        // Then
        assertThat(imported.statusCode()).as(imported.asString()).isEqualTo(200);
        assertThat(imported.jsonPath().getList("ignored")).containsExactly("cluster");
        Response entry = entry(OPERATOR_A, ours + "ntp.time.example");
        assertThat(entry.<String>path("kind")).isEqualTo("clock");
        assertThat(entry.<Integer>path("criticality")).isEqualTo(5);
        assertThat(entry.<String>path("riskAssessedAt")).isEqualTo("2026-03-02");
        assertThat(entry.jsonPath().getList("edges")).hasSize(1);
        assertThat(entry.jsonPath().getList("identifiers.value")).containsExactly(ours + "ntp.time.example", "192.0.2.17", "S-1");
        assertThat(entry.jsonPath().getMap("attributes")).containsEntry("netbox.status", "Active");
    }

    private static ImportOrder order(ImportMode mode) {
        return new ImportOrder(false, mode, ImportFormat.TOCSIN, true, null);
    }
}
