package org.tocsin.question;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.oidc.AuthorizationCodeFlow;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.tocsin.party.Caller;
import org.tocsin.party.CurrentCaller;
import org.tocsin.party.Role;
import org.tocsin.problem.Fault;
import org.tocsin.problem.Problem;
import org.tocsin.report.ReportReading;
import org.tocsin.web.MomentFields;
import org.tocsin.web.Speech;

/** Answering and taking back, on a report's page. */
@Path("/questions/{id}")
@AuthorizationCodeFlow
@Produces(MediaType.TEXT_HTML)
public class QuestionPages {

    private final CurrentCaller caller;
    private final QuestionDesk desk;
    private final Answering answering;
    private final QuestionReading reading;
    private final ReportReading reports;
    private final QuestionForms forms;

    QuestionPages(CurrentCaller caller, QuestionDesk desk, Answering answering, QuestionReading reading,
            ReportReading reports, QuestionForms forms) {
        this.caller = caller;
        this.desk = desk;
        this.answering = answering;
        this.reading = reading;
        this.reports = reports;
        this.forms = forms;
    }

    @POST
    @Path("/answer")
    @RolesAllowed(Role.OPERATOR)
    @Operation(hidden = true)
    public Response answer(@PathParam("id") String id, @FormParam("report") String report, @FormParam("text") String text,
            @FormParam("value") String value, @BeanParam MomentFields moment, @FormParam("stands") String stands,
            @FormParam("noValue") String noValue) {
        Caller operator = caller.get();
        return forms.act(operator, report, () -> {
            ObjectNode answer = QuestionForms.form("text", text, "noValue", noValue);
            QuestionView question = reading.one(operator, id);
            JsonNode submission = question.field() == null ? null
                    : reports.report(operator, question.report().reference()).latest().submission();
            if (submission != null) {
                FormAnswer.of(submission, question.field(), new FormAnswer.Sent(value, moment.typed(), stands != null))
                        .ifPresent(said -> answer.set("value", said));
            }
            if (answer.isEmpty()) {
                throw Problem.invalid("answer", List.of(new Fault("/value", "unanswered",
                        Speech.of(question.field() == null ? "answer_missing" : "answer_value_missing"))));
            }
            answering.answer(operator, id, new Answering.Sent(QuestionResource.ANSWER.read(QuestionForms.bytes(answer)),
                    Optional.empty(), Optional.empty()));
        });
    }

    @POST
    @Path("/drop")
    @RolesAllowed(Role.LIAISON)
    @Operation(hidden = true)
    public Response drop(@PathParam("id") String id, @FormParam("report") String report, @FormParam("reason") String reason) {
        return forms.act(caller.get(), report, () -> desk.drop(caller.get(), id,
                QuestionResource.DROP.read(QuestionForms.bytes(QuestionForms.form("reason", reason))).reason()));
    }
}
