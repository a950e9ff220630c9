package org.tocsin.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tocsin.local.As;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.local.Statements;
import org.tocsin.local.TestOrganisation;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ReportListTest {

    /** Stands in this test's reports alone. */
    private String word;

    @BeforeEach
    void choose() {
        word = Listed.word();
    }

    private ObjectNode draft() {
        return Drafts.earlyWarning().put("title", "Offset grows " + word);
    }

    private FiledReport file(As sender, ObjectNode draft) {
        return FiledReport.by(sender, draft);
    }

    @Test
    void theNewestComesFirst() {
        // Given
        FiledReport first = file(As.OPERATOR_A, draft());
        FiledReport second = file(As.SENSOR_A, draft());

        // When
        Response answer = Listed.ask(As.OPERATOR_A, "text", word);

        // Then
        assertThat(answer.jsonPath().getList("items.id")).containsExactly(second.id(), first.id());
        assertThat(answer.jsonPath().getList("items.reference")).containsExactly(second.reference(), first.reference());
        assertThat(answer.jsonPath().getString("items[0].organisation.name")).isEqualTo("National Time Service, Demo");
        assertThat(answer.jsonPath().getMap("$")).doesNotContainKey("next");
        assertThat(answer.headers().hasHeaderWithName("Link")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"OPERATOR_A", "SENSOR_A"})
    void anothersAreNotInItHoweverItIsAsked(As reader) {
        // Given
        FiledReport theirs = file(As.OPERATOR_B, draft().put("externalRef", word));
        FiledReport named = file(As.OPERATOR_B, Drafts.about(word));

        // When
        List<List<String>> answers = List.of(Listed.ids(reader, "text", word), Listed.ids(reader, "text", theirs.reference()),
                Listed.ids(reader, "asset", word), Listed.ids(reader, "limit", 200));

        // Then
        assertThat(answers).allSatisfy(ids -> assertThat(ids).doesNotContain(theirs.id(), named.id()));
        assertThat(Listed.ids(As.LIAISON_1, "text", word)).containsExactly(theirs.id());
        assertThat(Listed.ids(As.LIAISON_1, "asset", word)).containsExactly(named.id());
    }

    @Test
    void whoSeesAllCanAskForOneOrganisation() {
        // Given
        FiledReport a = file(As.OPERATOR_A, draft());
        FiledReport b = file(As.OPERATOR_B, draft());

        // When
        List<String> both = Listed.ids(As.AUDITOR, "text", word);
        List<String> one = Listed.ids(As.AUDITOR, "text", word, "organisation", TestOrganisation.B.id());

        // Then
        assertThat(both).containsExactly(b.id(), a.id());
        assertThat(one).containsExactly(b.id());
    }

    @Test
    void ofSeveralWordsOfOneKindAnyAndOfSeveralKindsAllMustHold() {
        // Given
        FiledReport low = file(As.OPERATOR_A, draft().put("severity", "low"));
        FiledReport high = file(As.OPERATOR_A, draft().put("severity", "high"));
        file(As.OPERATOR_A, draft());
        As.LIAISON_1.sends("{\"version\": 1}").post("/api/v1/triage/" + low.id() + "/claim");

        // When
        List<String> either = Listed.ids(As.OPERATOR_A, "text", word, "severity", List.of("low", "high"));
        List<String> both = Listed.ids(As.OPERATOR_A, "text", word, "severity", List.of("low", "high"), "state", "in-triage");

        // Then
        assertThat(either).containsExactly(high.id(), low.id());
        assertThat(both).containsExactly(low.id());
    }

    @Test
    void theLiaisonsOwnSeverityCountsForTheLiaisonAndDoesNotShowForTheOperator() {
        // Given
        FiledReport report = file(As.OPERATOR_A, draft().put("severity", "low"));
        As.LIAISON_1.sends("{\"version\": 1, \"severity\": \"critical\"}").post("/api/v1/triage/" + report.id() + "/grade");

        // When
        Response operators = Listed.ask(As.OPERATOR_A, "text", word, "severity", "low");

        // Then
        assertThat(operators.jsonPath().getList("items.id")).containsExactly(report.id());
        assertThat(operators.jsonPath().getMap("items[0]")).doesNotContainKey("liaison");
        assertThat(Listed.ids(As.OPERATOR_A, "text", word, "severity", "critical")).isEmpty();
        assertThat(Listed.ids(As.LIAISON_1, "text", word, "severity", "critical")).containsExactly(report.id());
        assertThat(Listed.ids(As.LIAISON_1, "text", word, "severity", "low")).isEmpty();
    }

    @Test
    void theStageIsThatOfTheLatestRevision() {
        // Given
        FiledReport voluntary = file(As.OPERATOR_A, draft().put("stage", "voluntary"));
        file(As.OPERATOR_A, draft());

        // Then
        assertThat(Listed.ids(As.OPERATOR_A, "text", word, "stage", "voluntary")).containsExactly(voluntary.id());
    }

    @Test
    void aSpanBeginsWithItsFirstMomentAndEndsBeforeItsLast() {
        // Given
        FiledReport first = file(As.OPERATOR_A, draft());
        FiledReport second = file(As.OPERATOR_A, draft());
        String at = As.OPERATOR_A.asks().get(second.url()).path("receivedAt");
        As.LIAISON_1.sends("{\"version\": 1}").post("/api/v1/triage/" + first.id() + "/claim");
        String changed = As.OPERATOR_A.asks().get(first.url()).path("changedAt");

        // Then
        assertThat(Listed.ids(As.OPERATOR_A, "text", word, "receivedFrom", at)).containsExactly(second.id());
        assertThat(Listed.ids(As.OPERATOR_A, "text", word, "receivedTo", at)).containsExactly(first.id());
        assertThat(Listed.ids(As.OPERATOR_A, "text", word, "changedFrom", changed)).containsExactly(first.id());
        assertThat(Listed.ids(As.OPERATOR_A, "text", word, "changedTo", changed)).containsExactly(second.id());
    }

    @ParameterizedTest
    @CsvSource({"hostname, NTP7.Time.Example", "ip, 2001:DB8:0::7B", "clockIdentity, 00:11:22:FF:FE:33:44:55"})
    void anAssetIsFoundHoweverItsNameIsSpelt(String identifier, String spelt) {
        // Given
        ObjectNode draft = draft();
        draft.withArray("assets").addObject().put(identifier, spelt.toLowerCase());
        FiledReport report = file(As.OPERATOR_A, draft);

        // Then
        assertThat(Listed.ids(As.OPERATOR_A, "text", word, "asset", spelt)).containsExactly(report.id());
        assertThat(Listed.ids(As.OPERATOR_A, "text", word, "asset", "another")).isEmpty();
    }

    @Test
    void anAssetIsFoundByTheInventorysNameForIt() {
        // Given
        String host = word + ".time.example";
        As.OPERATOR_A.sends("""
                {"name": "Clock", "kind": "clock", "criticality": 3,
                 "identifiers": [{"kind": "hostname", "value": "%s"}]}""".formatted(host)).put("/api/v1/assets/clock-" + word);
        ObjectNode draft = draft();
        draft.withArray("assets").addObject().put("hostname", host);
        FiledReport report = file(As.OPERATOR_A, draft);

        // Then
        assertThat(Listed.ids(As.OPERATOR_A, "asset", "CLOCK-" + word)).containsExactly(report.id());
        assertThat(Listed.ids(As.LIAISON_1, "asset", "clock-" + word)).containsExactly(report.id());
        assertThat(Listed.ids(As.OPERATOR_B, "asset", "clock-" + word)).isEmpty();
    }

    @Test
    void wordsAreFoundByTheirBeginningsInTitleDescriptionAndTheSendersNumber() {
        // Given
        FiledReport report = file(As.OPERATOR_A, draft()
                .put("description", "Der Empfänger bei O'Brien verlor ns1.zeit.example; 40 ms \\ daneben").put("externalRef", "INC-" + word));

        // Then
        for (String text : List.of(word + " offset", word.toUpperCase() + " grow", word + " empfäng", word + " o'brien",
                word + " ns1.zeit", "inc-" + word, word + " \\")) {
            assertThat(Listed.ids(As.OPERATOR_A, "text", text)).as(text).containsExactly(report.id());
        }
        for (String text : List.of(word + " nonesuch", word + " & !offset nonesuch", "' | 'offset" + word)) {
            assertThat(Listed.ids(As.OPERATOR_A, "text", text)).as(text).isEmpty();
        }
    }

    @Test
    void aReferenceIsFoundAsPeopleWriteIt() {
        // Given
        FiledReport report = file(As.OPERATOR_A, draft());

        // Then
        assertThat(Listed.ids(As.OPERATOR_A, "text", report.reference().toLowerCase().replace('-', ' '))).containsExactly(report.id());
    }

    @Test
    void thePartsFollowEachOtherAndKeepTheFilters() {
        // Given
        for (int i = 0; i < 5; i++) {
            file(As.OPERATOR_A, draft().put("severity", i == 0 ? "high" : "low"));
        }

        // When
        Response first = Listed.ask(As.OPERATOR_A, "text", word + " \"+%&", "severity", List.of("low", "info"), "limit", 3);
        Response second = As.OPERATOR_A.asks().urlEncodingEnabled(false).get(first.<String>path("next"));

        // Then
        assertThat(first.jsonPath().getList("items")).hasSize(3);
        assertThat(first.header("Link")).isEqualTo("<" + first.path("next") + ">; rel=\"next\"");
        assertThat(second.jsonPath().getList("items")).hasSize(1);
        assertThat(second.jsonPath().getMap("$")).doesNotContainKey("next");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        // When
        Response answer = Listed.ask(As.OPERATOR_A, "state", List.of("received", "open"), "severity", "bad", "stage", "late",
                "receivedFrom", "yesterday", "changedFrom", "2026-11-23T00:00:00Z", "changedTo", "2026-11-22T00:00:00Z",
                "asset", " ", "text", "a\u0007b", "organisation", TestOrganisation.B.id(), "after", "zzz", "limit", List.of(0, 3), "severty", "low");

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.<String>path("type")).isEqualTo("urn:tocsin:problem:bad-filter");
        assertThat(answer.jsonPath().<String>getList("faults.pointer")).containsExactlyInAnyOrder("/state/1", "/severity", "/stage",
                "/receivedFrom", "/changedTo", "/asset", "/text", "/organisation", "/after", "/limit", "/limit", "/severty");
        assertThat(answer.jsonPath().getString("faults.find { it.pointer == '/severty' }.message")).contains("severity");
    }

    @ParameterizedTest
    @CsvSource({"limit, 501", "limit, -1", "limit, many", "limit, ''", "after, ''", "receivedTo, 2026-11-23T03:12:00"})
    void whatIsOutOfRangeIsRefused(String parameter, String value) {
        assertThat(Listed.ask(As.LIAISON_1, parameter, value).statusCode()).isEqualTo(400);
    }

    @Test
    void whetherAnOrganisationExistsIsNotTold() {
        assertThat(Listed.ask(As.OPERATOR_A, "organisation", TestOrganisation.B.id()).asString())
                .isEqualTo(Listed.ask(As.OPERATOR_A, "organisation", "org-nowhere").asString());
    }

    @ParameterizedTest
    @EnumSource(names = {"OPERATOR_A", "LIAISON_1"})
    void aPartTakesThreeRoundTripsHoweverItIsFiltered(As reader) {
        // Given
        file(As.OPERATOR_A, draft());
        file(As.OPERATOR_A, draft());
        reader.token();

        // When
        Statements plain = Statements.leastOf(() -> Listed.ids(reader, "limit", 1));
        Statements filtered = Statements.leastOf(() -> Listed.ids(reader, "state", "received", "severity", "low", "stage", "final",
                "receivedFrom", "2026-01-01T00:00:00Z", "receivedTo", Instant.now(), "changedFrom", "2026-01-01T00:00:00Z",
                "changedTo", Instant.now(), "asset", "ntp-1", "text", "offset"));

        // Then
        assertThat(plain.roundTrips()).as("%s", plain.texts()).isEqualTo(3);
        assertThat(filtered.roundTrips()).as("%s", filtered.texts()).isEqualTo(3);
    }

    /** Where row-level security stands, the service's role could not use these; the functions that run as the owner can. */
    @ParameterizedTest
    @CsvSource({
        "revision_said, 'select report_id from revision where said(body) @@ to_tsquery(''simple'', ''offset:*'')'",
        "revision_named, 'select report_id from revision where named(body) && array[''ntp-1'']'",
        "enrichment_matched, 'select revision_id from enrichment where audience = ''operator'' and matched(snapshot) && array[''ntp-1'']'"})
    void whatIsLookedForIsFoundByAnIndex(String index, String query) throws Exception {
        try (var owner = Rows.asOwner(); var statement = owner.createStatement()) {
            // Given
            owner.setAutoCommit(false);
            statement.execute("set local enable_seqscan = off");

            // When
            StringBuilder plan = new StringBuilder();
            try (var rows = statement.executeQuery("explain " + query)) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }

            // Then
            assertThat(plan).contains(index);
        }
    }
}
