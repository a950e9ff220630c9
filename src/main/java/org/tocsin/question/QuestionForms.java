package org.tocsin.question;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.tocsin.json.Json;
import org.tocsin.party.Caller;
import org.tocsin.problem.Problem;
import org.tocsin.report.ReportPage;
import org.tocsin.report.ReportReading;

/** What the forms on a report's page have in common. An act that is refused brings the page back with the reason. */
@ApplicationScoped
class QuestionForms {

    private final ReportReading reports;
    private final ReportPage page;

    QuestionForms(ReportReading reports, ReportPage page) {
        this.reports = reports;
        this.page = page;
    }

    /** @param report its id or reference, as the form says */
    Response act(Caller caller, String report, Runnable act) {
        String name = String.valueOf(report);
        try {
            act.run();
            return Response.seeOther(URI.create("/reports/" + reports.report(caller, name).reference() + "#" + QuestionSection.ID))
                    .build();
        } catch (Problem problem) {
            if (problem.status() == Response.Status.NOT_FOUND.getStatusCode()) {
                throw problem; // then there is no page to bring back
            }
            return page.refused(caller, name, problem, QuestionSection.ID);
        }
    }

    /** What was left empty on a form is absent. */
    static ObjectNode form(String... namesAndValues) {
        ObjectNode form = Json.MAPPER.createObjectNode();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            String value = namesAndValues[i + 1];
            if (value != null && !value.isBlank()) {
                form.put(namesAndValues[i], value.replace("\r\n", "\n").strip());
            }
        }
        return form;
    }

    static byte[] bytes(ObjectNode form) {
        return form.toString().getBytes(StandardCharsets.UTF_8);
    }
}
