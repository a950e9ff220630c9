package org.tocsin.delivery.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tocsin.json.Json;
import org.tocsin.report.Confirmation;
import org.tocsin.report.OnBehalf;
import org.tocsin.report.Report;
import org.tocsin.report.Revision;

class ForOperatorsTest {

    private static Report graded() {
        Report report = new Report();
        report.id = UUID.randomUUID();
        report.reference = "TOC-0000-0000-0";
        report.organisation = "org-a";
        report.liaisonSeverity = "critical";
        report.liaisonConfidence = "low";
        report.liaisonGrade = "F6";
        report.liaisonSalt = UUID.randomUUID().toString();
        return report;
    }

    private static Revision revision() {
        Revision revision = new Revision();
        revision.number = 1;
        revision.receivedAt = Instant.EPOCH;
        revision.body = "{}".getBytes(StandardCharsets.UTF_8);
        revision.digest = new byte[32];
        revision.receipt = "header.payload.signature";
        return revision;
    }

    private static OnBehalf call() {
        OnBehalf call = new OnBehalf();
        call.caller = "Ada";
        call.takenBy = "CERT liaison";
        call.takenAt = Instant.EPOCH;
        call.confirmation = Confirmation.UNCONFIRMED;
        return call;
    }

    /** A document with everything that one can have. */
    private static JsonNode whole(Report report) {
        return Json.tree(CertDocument.render(report, revision(), "Time Service", Json.MAPPER.createObjectNode(), call(),
                new Withdrawing(Withdrawing.Course.ASKED, "By mistake", Instant.EPOCH, null)));
    }

    @Test
    void ofEachMemberItIsDecidedWhetherOperatorsReadIt() {
        List<String> members = new ArrayList<>();
        whole(graded()).fieldNames().forEachRemaining(members::add);

        assertThat(ForOperators.SHOWN).doesNotContainAnyElementsOf(ForOperators.LEFT_OUT);
        assertThat(members).allSatisfy(member -> assertThat(ForOperators.SHOWN.contains(member) || ForOperators.LEFT_OUT.contains(member))
                .as("whether operators read %s of a document: name it in ForOperators", member).isTrue());
        assertThat(members).containsAll(ForOperators.LEFT_OUT).containsAll(ForOperators.SHOWN);
    }

    @Test
    void whatIsTheLiaisonsStandsNowhereElse() {
        String shown = ((ObjectNode) whole(graded())).without(ForOperators.LEFT_OUT).toString();

        assertThat(shown).doesNotContain("\"critical\"", "\"low\"", "\"F6\"");
    }
}
