package org.tocsin.question;

import io.quarkus.oidc.BearerTokenAuthentication;
import io.quarkus.oidc.Tenant;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
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
import org.tocsin.report.SentAt;
import org.tocsin.report.submission.Limits;
import org.tocsin.web.IdempotencyKey;
import org.tocsin.web.paging.PartSize;
import org.tocsin.web.paging.Slice;

@Path("/api/v1/questions")
@BearerTokenAuthentication
@Tenant("api")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Questions")
public class QuestionResource {

    static final Body<Answer> ANSWER = new Body<>(Answer.class, Limits.BODY_BYTES, Limits.DEPTH + 1);
    static final Body<Drop> DROP = new Body<>(Drop.class);

    private final CurrentCaller caller;
    private final QuestionReading reading;
    private final QuestionDesk desk;
    private final Answering answering;

    QuestionResource(CurrentCaller caller, QuestionReading reading, QuestionDesk desk, Answering answering) {
        this.caller = caller;
        this.reading = reading;
        this.desk = desk;
        this.answering = answering;
    }

    @GET
    @RolesAllowed({Role.OPERATOR, Role.SENSOR, Role.LIAISON, Role.AUDITOR})
    @Operation(operationId = "listQuestions", summary = "Questions about all your reports, in parts",
            description = "Oldest first; what is asked meanwhile neither hides nor repeats others. Liaisons and auditors see everyone's.")
    @APIResponse(responseCode = "200", description = "A part of the questions, and where the next part is")
    @APIResponse(responseCode = "400", description = "Unusable state, limit or page")
    public Slice<QuestionView> questions(
            @Parameter(description = "Only those: open, answered or dropped; all if left out") @QueryParam("state") String state,
            @Parameter(description = "As an earlier part's next says") @QueryParam("after") String after,
            @Parameter(description = PartSize.DESCRIPTION, schema = @Schema(minimum = "1", maximum = "" + PartSize.LARGEST)) @QueryParam("limit") @DefaultValue("50") int limit) {
        return reading.page(caller.get(), state, after, PartSize.of(limit));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.OPERATOR, Role.SENSOR, Role.LIAISON, Role.AUDITOR})
    @Operation(operationId = "getQuestion", summary = "One question")
    @APIResponse(responseCode = "200", description = "The question as it stands")
    @APIResponse(responseCode = "404", description = "There is none, or it is another organisation's")
    public QuestionView question(@Parameter(description = "The question's id") @PathParam("id") String id) {
        return reading.one(caller.get(), id);
    }

    @POST
    @Path("/{id}/answer")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.OPERATOR, Role.SENSOR})
    @Operation(operationId = "answerQuestion", summary = "Answer a question",
            description = "A free question in text. One about a field by its value, which makes a new revision of the report: the newest "
                    + "one with that field set; or by noValue, when there is none. Send it again with the same Idempotency-Key, or just the same "
                    + "answer, until you have an answer: it will be taken once.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Answer.class), examples = {
        @ExampleObject(name = "text", summary = "To a free question", value = """
                {"text": "Nobody was on the mast. The log of the door is kept."}"""),
        @ExampleObject(name = "value", summary = "To one about /severity", value = """
                {"value": "high"}"""),
        @ExampleObject(name = "noValue", summary = "When there is no value", value = """
                {"noValue": "The servo's log was overwritten before we looked."}""")}))
    @APIResponse(responseCode = "200", description = "Answered; or answered so before, and this is the first answer again",
            content = @Content(schema = @Schema(implementation = Answered.class)))
    @APIResponse(responseCode = "400", description = "Not JSON, or an unusable Idempotency-Key")
    @APIResponse(responseCode = "404", description = "There is none, or it is another organisation's")
    @APIResponse(responseCode = "409", description = "There is another answer, which is told; or the question was dropped, and why; "
            + "or the report can take no revision any more")
    @APIResponse(responseCode = "413", description = "Over 256 KiB")
    @APIResponse(responseCode = "422", description = "Every fault at once, those of the report with the value in it pointing to the value; "
            + "or the Idempotency-Key was used for another answer")
    @Parameter(name = IdempotencyKey.HEADER, in = ParameterIn.HEADER, schema = @Schema(type = SchemaType.STRING),
            description = "1 to 200 printable ASCII characters, kept as long as the question")
    public Response answer(@Parameter(description = "The question's id") @PathParam("id") String id,
            @Context HttpHeaders headers, InputStream body) {
        Answering.Sent sent = new Answering.Sent(ANSWER.read(body), IdempotencyKey.of(headers),
                SentAt.read(headers.getHeaderString(HttpHeaders.DATE)));
        return Response.ok(answering.answer(caller.get(), id, sent)).build();
    }

    @POST
    @Path("/{id}/drop")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.LIAISON)
    @Operation(operationId = "dropQuestion", summary = "Take a question back", description = "With a reason that the operator reads. When it was the last open one, the report goes on.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Drop.class), examples =
        @ExampleObject(name = "drop", value = """
                {"reason": "The operator told us by telephone."}""")))
    @APIResponse(responseCode = "200", description = "No longer asked", content = @Content(schema = @Schema(implementation = QuestionView.class)))
    @APIResponse(responseCode = "404", description = "There is none")
    @APIResponse(responseCode = "409", description = "It is answered or was dropped before, or another holds the report")
    public QuestionView drop(@Parameter(description = "The question's id") @PathParam("id") String id, InputStream body) {
        return desk.drop(caller.get(), id, DROP.read(body).reason());
    }
}
