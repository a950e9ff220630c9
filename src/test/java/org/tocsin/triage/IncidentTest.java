package org.tocsin.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.tocsin.local.As;
import org.tocsin.local.StackResource;
import org.tocsin.local.Together;
import org.tocsin.report.Drafts;
import org.tocsin.report.FiledReport;
import org.tocsin.report.Revising;

/** Reports of several organisations, handled as one incident. What their operators see of it: {@link IncidentSecrecyTest}. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class IncidentTest {

    private static JsonPath seen(FiledReport report) {
        return As.LIAISON_1.asks().get(report.url()).jsonPath();
    }

    private static int version(FiledReport report) {
        return seen(report).getInt("version");
    }

    private static List<String> incident(FiledReport report) {
        return As.AUDITOR.asks().get("/api/v1/triage/" + report.id() + "/incident").jsonPath().getList("reference");
    }

    @Test
    void anotherOrganisationsReportIsTakenInHandAndLeavesTheQueueWithoutLeavingTriage() {
        // Given
        FiledReport lead = FiledReport.by(As.OPERATOR_A);
        FiledReport part = FiledReport.by(As.OPERATOR_B);

        // When
        Response merged = Desk.merge(As.LIAISON_1, part, 1, lead);

        // Then
        assertThat(merged.statusCode()).as(merged.asString()).isEqualTo(200);
        assertThat(merged.<String>path("state")).isEqualTo("in-triage");
        assertThat(merged.<String>path("holder")).isEqualTo(As.LIAISON_1.user());
        assertThat(Desk.queue()).contains(lead.id()).doesNotContain(part.id());
        assertThat(incident(part)).isEqualTo(incident(lead)).containsExactly(lead.reference(), part.reference());
        assertThat(seen(lead).getInt("version")).isEqualTo(1);
    }

    @Test
    void eachIsReleasedAndDeliveredByItself() {
        // Given
        FiledReport lead = FiledReport.by(As.OPERATOR_A);
        FiledReport part = FiledReport.by(As.OPERATOR_B);
        Desk.merge(As.LIAISON_1, part, 1, lead);

        // When
        Response released = Desk.act(As.LIAISON_1, part, "release", version(part));

        // Then
        assertThat(released.statusCode()).as(released.asString()).isEqualTo(200);
        assertThat(As.OPERATOR_B.asks().get(part.url() + "/deliveries").jsonPath().getList("")).hasSize(1);
        assertThat(As.OPERATOR_A.asks().get(lead.url() + "/deliveries").asString()).isEqualTo("[]");
    }

    @Test
    void unmergedItIsHandledByItselfAgain() {
        // Given
        FiledReport lead = FiledReport.by(As.OPERATOR_A);
        FiledReport part = FiledReport.by(As.OPERATOR_B);
        Desk.merge(As.LIAISON_1, part, 1, lead);

        // When
        Response unmerged = Desk.reasoned(As.LIAISON_1, part, "unmerge", version(part));

        // Then
        assertThat(unmerged.statusCode()).as(unmerged.asString()).isEqualTo(200);
        assertThat(unmerged.<String>path("state")).isEqualTo("in-triage");
        assertThat(Desk.queue()).contains(lead.id(), part.id());
        assertThat(incident(lead)).isEmpty();
        assertThat(Desk.reasoned(As.LIAISON_1, part, "unmerge", version(part)).statusCode()).isEqualTo(409);
    }

    @Test
    void whatItsOperatorSaysMeanwhileBringsItUpAgain() {
        // Given
        FiledReport lead = FiledReport.by(As.OPERATOR_A);
        FiledReport part = FiledReport.by(As.OPERATOR_B);
        Desk.merge(As.LIAISON_1, part, 1, lead);

        // When
        Revising.with(As.OPERATOR_B, "*", Drafts.earlyWarning()).post(part.url() + "/revisions");
        boolean up = Desk.queue().contains(part.id());
        Response again = Desk.merge(As.LIAISON_1, part, version(part), lead);

        // Then
        assertThat(up).isTrue();
        assertThat(again.statusCode()).as(again.asString()).isEqualTo(200);
        assertThat(Desk.queue()).doesNotContain(part.id());
    }

    @Test
    void whenTheLeadIsDoneWithTheOthersComeUpAgain() {
        // Given
        FiledReport lead = FiledReport.by(As.OPERATOR_A);
        FiledReport part = FiledReport.by(As.OPERATOR_B);
        Desk.merge(As.LIAISON_1, part, 1, lead);

        // When
        Desk.reasoned(As.LIAISON_1, lead, "reject", 1);

        // Then
        assertThat(Desk.queue()).contains(part.id());
    }

    @Test
    void whoClaimsTheLeadClaimsWhatNobodyHoldsWithIt() {
        // Given
        FiledReport lead = FiledReport.by(As.OPERATOR_A);
        FiledReport part = FiledReport.by(As.OPERATOR_B);
        Desk.merge(As.LIAISON_1, part, 1, lead);
        Desk.act(As.LIAISON_1, lead, "claim", 1);

        // When
        Desk.act(As.LIAISON_1, lead, "unclaim", 2);
        String put = seen(part).getString("liaison.holder");
        Desk.act(As.LIAISON_2, lead, "claim", 3);

        // Then
        assertThat(put).isNull();
        assertThat(seen(part).getString("liaison.holder")).isEqualTo(As.LIAISON_2.user());
    }

    @Test
    void anIncidentIsMergedIntoAnotherAndPutBackAsItWas() {
        // Given
        FiledReport top = FiledReport.by(As.OPERATOR_A);
        FiledReport middle = FiledReport.by(As.OPERATOR_B);
        FiledReport low = FiledReport.by(As.OPERATOR_A);
        Desk.merge(As.LIAISON_1, low, 1, middle);

        // When
        Desk.merge(As.LIAISON_1, middle, 1, top);
        List<String> together = incident(low);
        int round = Desk.merge(As.LIAISON_1, top, 1, low).statusCode();
        Desk.reasoned(As.LIAISON_1, middle, "unmerge", version(middle));

        // Then
        assertThat(together).containsExactly(top.reference(), low.reference(), middle.reference());
        assertThat(round).isEqualTo(422);
        assertThat(incident(top)).isEmpty();
        assertThat(incident(low)).containsExactly(middle.reference(), low.reference());
    }

    @Test
    void twoThatAreMergedIntoEachOtherAtOnceDoNotBothDisappear() {
        // Given
        FiledReport one = FiledReport.by(As.OPERATOR_A);
        FiledReport other = FiledReport.by(As.OPERATOR_B);
        List<Supplier<Response>> acts = List.of(() -> Desk.merge(As.LIAISON_1, one, 1, other), () -> Desk.merge(As.LIAISON_2, other, 1, one));

        // When
        List<Integer> answers = Together.all(acts).stream().map(Response::statusCode).toList();

        // Then
        assertThat(answers).contains(200).doesNotContain(500);
        assertThat(Desk.queue()).containsAnyOf(one.id(), other.id());
    }

    @Test
    void onlyLiaisonsMergeAndOperatorsSeeNoIncident() {
        FiledReport lead = FiledReport.by(As.OPERATOR_A);
        FiledReport part = FiledReport.by(As.OPERATOR_B);

        assertThat(Desk.merge(As.AUDITOR, part, 1, lead).statusCode()).isEqualTo(403);
        assertThat(Desk.merge(As.OPERATOR_B, part, 1, lead).statusCode()).isEqualTo(403);
        assertThat(As.OPERATOR_B.asks().get("/api/v1/triage/" + part.id() + "/incident").statusCode()).isEqualTo(403);
    }
}
