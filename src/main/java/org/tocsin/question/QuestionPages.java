package org.tocsin.question;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.tocsin.json.Body;
import org.tocsin.json.Json;
import org.tocsin.party.Caller;
import org.tocsin.party.CurrentCaller;
import org.tocsin.party.Role;
import org.tocsin.problem.Problem;
import org.tocsin.report.ReportPage;
import org.tocsin.report.ReportReading;
import org.tocsin.report.submission.Limits;

/** Asking and answering on a report's page. An act that is refused brings the page back with the reason. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class QuestionPages {

    private static final Body<Ask> ASK = new Body<>(Ask.class, ReportQuestionsResource.ASK_BYTES, 3);
    private static final Body<Answer> ANSWER = new Body<>(Answer.class, Limits.BODY_BYTES, Limits.DEPTH + 1);
    private static final Body<Drop> DROP = new Body<>(Drop.class);

    private final CurrentCaller caller;
    private final QuestionDesk desk;
    private final Answering answering;
    private final QuestionReading reading;
    private final ReportReading reports;
    private final ReportPage page;

    QuestionPages(CurrentCaller caller, QuestionDesk desk, Answering answering, QuestionReading reading,
            ReportReading reports, ReportPage page) {
        this.caller = caller;
        this.desk = desk;
        this.answering = answering;
        this.reading = reading;
        this.reports = reports;
        this.page = page;
    }

    @POST
    @Path("/reports/{id}/questions")
    @RolesAllowed(Role.LIAISON)
    @Operation(hidden = true)
    public Response ask(@PathParam("id") String id, @FormParam("version") String version, @FormParam("text") String text,
            @FormParam("field") String field, @FormParam("note") String note) {
        return act(id, () -> desk.ask(caller.get(), id, ASK.read(bytes(form("text", text, "field", field, "note", note)
                .put("version", number(version))))));
    }

    @POST
    @Path("/questions/{id}/answer")
    @RolesAllowed(Role.OPERATOR)
    @Operation(hidden = true)
    public Response answer(@PathParam("id") String id, @FormParam("report") String report, @FormParam("text") String text,
            @FormParam("value") String value, @FormParam("noValue") String noValue) {
        Caller operator = caller.get();
        return act(report, () -> {
            ObjectNode answer = form("text", text, "noValue", noValue);
            QuestionView question = reading.one(operator, id);
            if (value != null && !value.isBlank() && question.field() != null) {
                answer.set("value", FormAnswer.value(
                        reports.report(operator, question.report().reference()).latest().submission(), question.field(), value));
            }
            answering.answer(operator, id, new Answering.Sent(ANSWER.read(bytes(answer)), Optional.empty(), Optional.empty()));
        });
    }

    @POST
    @Path("/questions/{id}/drop")
    @RolesAllowed(Role.LIAISON)
    @Operation(hidden = true)
    public Response drop(@PathParam("id") String id, @FormParam("report") String report, @FormParam("reason") String reason) {
        return act(report, () -> desk.drop(caller.get(), id, DROP.read(bytes(form("reason", reason))).reason()));
    }

    private Response act(String report, Runnable act) {
        try {
            act.run();
            return Response.seeOther(URI.create("/reports/" + reports.report(caller.get(), String.valueOf(report)).reference()
                    + "#" + QuestionSection.ID)).build();
        } catch (Problem problem) {
            if (problem.status() == Response.Status.NOT_FOUND.getStatusCode()) {
                throw problem; // then there is no page to bring back
            }
            return page.refused(caller.get(), report, problem, QuestionSection.ID);
        }
    }

    /** What was left empty on a form is absent. */
    private static ObjectNode form(String... namesAndValues) {
        ObjectNode form = Json.MAPPER.createObjectNode();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            String value = namesAndValues[i + 1];
            if (value != null && !value.isBlank()) {
                form.put(namesAndValues[i], value.replace("\r\n", "\n").strip());
            }
        }
        return form;
    }

    /** Null, which the reading of the form refuses, when the page did not say it. */
    private static Integer number(String version) {
        try {
            return Integer.valueOf(version);
        } catch (NumberFormatException notOurs) {
            return null;
        }
    }

    private static byte[] bytes(ObjectNode form) {
        return form.toString().getBytes(StandardCharsets.UTF_8);
    }
}
