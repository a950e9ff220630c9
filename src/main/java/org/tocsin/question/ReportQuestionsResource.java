package org.tocsin.question;

import io.quarkus.oidc.BearerTokenAuthentication;
import io.quarkus.oidc.Tenant;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tocsin.json.Body;
import org.tocsin.party.CurrentCaller;
import org.tocsin.party.Role;

@Path("/api/v1/reports/{id}/questions")
@BearerTokenAuthentication
@Tenant("api")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Questions")
public class ReportQuestionsResource {

    /** Two texts of 4000 characters, each of up to four bytes. */
    private static final int ASK_BYTES = 64 * 1024;
    static final Body<Ask> ASK = new Body<>(Ask.class, ASK_BYTES, 3);

    private final CurrentCaller caller;
    private final QuestionDesk desk;
    private final QuestionReading reading;

    ReportQuestionsResource(CurrentCaller caller, QuestionDesk desk, QuestionReading reading) {
        this.caller = caller;
        this.desk = desk;
        this.reading = reading;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.LIAISON)
    @Operation(operationId = "askReportQuestion", summary = "Ask the operator about a report",
            description = "About a field or freely. Only who holds the report can. The report waits for the operator until its last "
                    + "open question is answered or dropped; at most 20 may be open. The operator reads the question and that "
                    + "the CERT's liaison asked it, never an account.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Ask.class), examples = {
        @ExampleObject(name = "field", summary = "About a field", value = """
                {"version": 2, "field": "/severity", "text": "How bad is it, in your own view?",
                 "answerBy": "2026-11-23T12:00:00Z", "owed": true, "note": "Two neighbours see the same."}"""),
        @ExampleObject(name = "free", summary = "Freely", value = """
                {"version": 2, "text": "Has anyone touched the antenna on the north mast since Friday?"}""")}))
    @APIResponse(responseCode = "201", description = "Asked; the report waits for the operator",
            content = @Content(schema = @Schema(implementation = QuestionView.class)))
    @APIResponse(responseCode = "404", description = "There is no such report")
    @APIResponse(responseCode = "409", description = "The report is not yours, has changed meanwhile, is not in triage, or has 20 open questions")
    @APIResponse(responseCode = "413", description = "Over 64 KiB")
    @APIResponse(responseCode = "422", description = "Every fault at once, such as a field that the report has no place for")
    public Response ask(@Parameter(description = "Id or reference") @PathParam("id") String id, InputStream body) {
        QuestionView asked = desk.ask(caller.get(), id, ASK.read(body));
        return Response.created(URI.create("/api/v1/questions/" + asked.id())).entity(asked).build();
    }

    @GET
    @RolesAllowed({Role.OPERATOR, Role.SENSOR, Role.LIAISON, Role.AUDITOR})
    @Operation(operationId = "listReportQuestions", summary = "What was asked about a report", description = "Oldest first, whatever became of it.")
    @APIResponse(responseCode = "200", description = "The questions")
    @APIResponse(responseCode = "404", description = "There is none, or it is another organisation's")
    public List<QuestionView> questions(@Parameter(description = "Id or reference") @PathParam("id") String id) {
        return reading.of(caller.get(), id);
    }
}
