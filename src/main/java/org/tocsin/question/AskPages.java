package org.tocsin.question;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.tocsin.party.CurrentCaller;
import org.tocsin.party.Role;
import org.tocsin.problem.Problem;
import org.tocsin.web.MomentFields;
import org.tocsin.web.TypedMoment;

/** Asking, on a report's page. */
@Path("/reports/{id}/questions")
@AuthorizationCodeFlow
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.LIAISON)
public class AskPages {

    private final CurrentCaller caller;
    private final QuestionDesk desk;
    private final QuestionForms forms;

    AskPages(CurrentCaller caller, QuestionDesk desk, QuestionForms forms) {
        this.caller = caller;
        this.desk = desk;
        this.forms = forms;
    }

    @POST
    @Operation(hidden = true)
    public Response ask(@PathParam("id") String id, @FormParam("version") String version, @FormParam("text") String text,
            @FormParam("field") String field, @FormParam("note") String note, @BeanParam MomentFields by, @FormParam("owed") String owed) {
        return forms.act(caller.get(), id, () -> {
            TypedMoment answerBy = by.typed();
            answerBy.fault("/answerBy").ifPresent(fault -> {
                throw Problem.invalid("question", List.of(fault));
            });
            desk.ask(caller.get(), id, ReportQuestionsResource.ASK.read(QuestionForms.bytes(
                    QuestionForms.form("text", text, "field", field, "note", note, "answerBy", answerBy.isEmpty() ? null : answerBy.written())
                            .put("version", number(version)).put("owed", owed != null))));
        });
    }

    /** Null, which the reading of the form refuses, when the page did not say it. */
    private static Integer number(String version) {
        try {
            return Integer.valueOf(version);
        } catch (NumberFormatException notOurs) {
            return null;
        }
    }
}
