package org.tocsin.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.audit.Actor;
import org.tocsin.local.As;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.report.Act;
import org.tocsin.report.Drafts;
import org.tocsin.report.FiledReport;
import org.tocsin.report.Revising;
import org.tocsin.report.State;

/** Every act in every state: it is done, or refused with where the report stands and what is possible instead. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class StateMachineTest {

    /** The acts that are asked for; the others are the service's own, or belong to questions, which have states themselves. */
    static final Map<Act, Function<FiledReport, Response>> ACTS = new EnumMap<>(Map.of(
            Act.REVISE, report -> Revising.with(As.OPERATOR_A, "*", Drafts.earlyWarning()).post(report.url() + "/revisions"),
            Act.CLAIM, report -> Desk.act(As.LIAISON_1, report, "claim", 1),
            Act.GRADE, report -> Desk.grade(As.LIAISON_1, report, 1, "high"),
            Act.RELEASE, report -> Desk.act(As.LIAISON_1, report, "release", 1),
            Act.CLOSE, report -> Desk.reasoned(As.LIAISON_1, report, "close", 1),
            Act.REOPEN, report -> Desk.reasoned(As.LIAISON_1, report, "reopen", 1),
            Act.ASK_WITHDRAWAL, StateMachineTest::askWithdrawal,
            Act.CONFIRM_WITHDRAWAL, report -> As.LIAISON_1.sends("""
                    {"number": 1, "called": "+44 20 7946 0123", "answeredBy": "R. Keeper", "calledAt": "2026-11-23T03:40:00Z"}""")
                    .post(report.url() + "/withdrawal/call-back"),
            Act.END_WITHDRAWAL, report -> As.LIAISON_1.sends("{\"number\": 1, \"reason\": \"No\"}")
                    .post(report.url() + "/withdrawal/refuse")));

    static {
        ACTS.put(Act.REJECT, report -> Desk.reasoned(As.LIAISON_1, report, "reject", 1));
        ACTS.put(Act.MERGE, report -> Desk.merge(As.LIAISON_1, report, 1, FiledReport.by(As.OPERATOR_A)));
        ACTS.put(Act.UNMERGE, report -> Desk.reasoned(As.LIAISON_1, report, "unmerge", 1));
    }

    private static final Set<Act> NEEDS_A_HOLDER = EnumSet.of(Act.RELEASE);

    private static Response askWithdrawal(FiledReport report) {
        return As.OPERATOR_A.sends("{\"reason\": \"An exercise\"}").post(report.url() + "/withdrawal");
    }

    static Stream<Arguments> everyActInEveryState() {
        return ACTS.keySet().stream().flatMap(act -> Stream.of(State.values()).map(state -> Arguments.of(act, state)));
    }

    static FiledReport in(State state, As holder) throws Exception {
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        if (state == State.WITHDRAWAL_ASKED) {
            askWithdrawal(report);
        }
        try (Connection owner = Rows.asOwner(); PreparedStatement update = owner.prepareStatement(
                "update report set version = 1, state = ?, holder = ?, holder_id = ?, holder_since = case when ?::text is null then null else now() end where id = ?")) {
            update.setString(1, state.code());
            update.setString(2, holder == null ? null : holder.user());
            update.setString(3, holder == null ? null : Actor.person(
                    ConfigProvider.getConfig().getValue("tocsin.issuer", String.class), holder.account().subject(), holder.user()).id());
            update.setString(4, holder == null ? null : holder.user());
            update.setObject(5, UUID.fromString(report.id()));
            update.executeUpdate();
        }
        return report;
    }

    @ParameterizedTest
    @MethodSource
    void everyActInEveryState(Act act, State state) throws Exception {
        // Given
        FiledReport report = in(state, NEEDS_A_HOLDER.contains(act) && State.OPEN.contains(state) ? As.LIAISON_1 : null);

        // When
        Response answer = ACTS.get(act).apply(report);

        // Then
        String after = As.LIAISON_1.asks().get(report.url()).path("state");
        if (act == Act.CLOSE && state == State.IN_TRIAGE) {
            // Possible there, but not before it has gone out.
            assertThat(answer.<String>path("type")).isEqualTo("urn:tocsin:problem:not-released");
            assertThat(after).isEqualTo(state.code());
        } else if (act.isPossible(state)) {
            assertThat(answer.statusCode()).as(answer.asString()).isIn(200, 201);
            assertThat(State.of(after) == state || state.next().contains(State.of(after))).as(after).isTrue();
        } else {
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(409);
            assertThat(answer.<String>path("type")).isEqualTo("urn:tocsin:problem:not-in-this-state");
            assertThat(answer.<String>path("state")).isEqualTo(state.code());
            assertThat(answer.<List<Map<String, String>>>path("possible")).allSatisfy(each ->
                    assertThat(answer.<String>path("detail")).contains(each.get("act") + " (" + each.get("by") + ")"));
            assertThat(after).isEqualTo(state.code());
        }
    }
}
