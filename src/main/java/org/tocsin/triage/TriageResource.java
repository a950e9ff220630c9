package org.tocsin.triage;

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
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
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
import org.tocsin.report.Assessment;
import org.tocsin.report.Confidence;
import org.tocsin.report.Grade;
import org.tocsin.report.submission.Severity;
import org.tocsin.web.paging.PartSize;
import org.tocsin.web.paging.Slice;

@Path("/api/v1/triage")
@BearerTokenAuthentication
@Tenant("api")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.LIAISON)
@Tag(name = "Triage")
public class TriageResource {

    /** @param version of the report, as it was when the act was decided on */
    @Schema(name = "Act")
    public record Act(
            @Schema(required = true, minimum = "1", description = "The report's version that you decided on") Integer version) {
    }

    @Schema(name = "Release")
    public record ReleaseAct(
            @Schema(required = true, minimum = "1", description = "The report's version that you decided on") Integer version,
            @Schema(maxItems = 50, description = "Names of destinations; all of them when absent") List<String> destinations,
            @Schema(minLength = 64, maxLength = 64, pattern = "^[0-9a-f]{64}$", description = "SHA-256, hexadecimal, of the document that you looked at: "
                    + "what is sent is that one, or nothing") String documentSha256) {
    }

    @Schema(name = "Grade")
    public record GradeAct(
            @Schema(required = true, minimum = "1", description = "The report's version that you decided on") Integer version,
            @Schema(required = true, description = "The liaison's own") Severity severity,
            @Schema(description = "How sure the liaison is of it; not said when absent") Confidence confidence,
            @Schema(minLength = 2, maxLength = 2, pattern = Grade.PATTERN, examples = "B2", description = "What the liaison thinks of the report as "
                    + "information (Admiralty system): A to F for its source, 1 to 6 for what it says; not said when absent") String grade) {
    }

    @Schema(name = "ReasonedAct")
    public record ReasonedAct(
            @Schema(required = true, minimum = "1", description = "The report's version that you decided on") Integer version,
            @Schema(required = true, minLength = 1, maxLength = 2000, description = "Why; the operator reads it") String reason) {
    }

    @Schema(name = "MergeAct")
    public record MergeAct(
            @Schema(required = true, minimum = "1", description = "The report's version that you decided on") Integer version,
            @Schema(required = true, minLength = 1, maxLength = 60, description = "Id or reference of the report that it is handled with, of whichever organisation") String into,
            @Schema(required = true, minLength = 1, maxLength = 2000, description = "Why; the operator reads it when both are its own, and nobody but liaisons and auditors otherwise") String reason) {
    }

    private static final Body<MergeAct> MERGE = new Body<>(MergeAct.class);
    private static final Body<Act> ACT = new Body<>(Act.class);
    private static final Body<ReleaseAct> RELEASE = new Body<>(ReleaseAct.class);
    private static final Body<GradeAct> GRADE = new Body<>(GradeAct.class);
    private static final Body<ReasonedAct> REASONED = new Body<>(ReasonedAct.class);

    private final CurrentCaller caller;
    private final TriageQueue queue;
    private final TriageDesk desk;
    private final ClaimDesk claims;
    private final ReleaseDesk releases;
    private final MergeDesk merges;

    TriageResource(CurrentCaller caller, TriageQueue queue, TriageDesk desk, ClaimDesk claims, ReleaseDesk releases, MergeDesk merges) {
        this.caller = caller;
        this.queue = queue;
        this.desk = desk;
        this.claims = claims;
        this.releases = releases;
        this.merges = merges;
    }

    @GET
    @Operation(operationId = "listTriageQueue", summary = "The queue", description = "Open reports of all organisations, most pressing first, then oldest first.")
    @APIResponse(responseCode = "200", description = "A part of the queue, and where the next part is")
    @APIResponse(responseCode = "400", description = "Unusable limit or page")
    public Slice<TriageItem> queue(
            @Parameter(description = "As an earlier part's next says") @QueryParam("after") String after,
            @Parameter(description = PartSize.DESCRIPTION, schema = @Schema(minimum = "1", maximum = "" + PartSize.LARGEST)) @QueryParam("limit") @DefaultValue("50") int limit) {
        return queue.page(caller.get(), after, PartSize.of(limit));
    }

    @POST
    @Path("/{id}/claim")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "claimReport", summary = "Take a report in hand")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Act.class),
            examples = @ExampleObject(name = "just come in", value = TriageExamples.CLAIM)))
    @APIResponse(responseCode = "200", description = "It is yours")
    @APIResponse(responseCode = "404", description = "There is none")
    @APIResponse(responseCode = "409", description = "Another holds it (who and since when), or it has changed meanwhile")
    public TriageState claim(@Parameter(description = "The report's id or reference") @PathParam("id") String id, InputStream body) {
        return claims.claim(caller.get(), id, ACT.read(body).version());
    }

    @POST
    @Path("/{id}/unclaim")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "unclaimReport", summary = "Put a report back for anyone to take")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Act.class),
            examples = @ExampleObject(name = "claimed before", value = TriageExamples.UNCLAIM)))
    @APIResponse(responseCode = "200", description = "It is nobody's")
    @APIResponse(responseCode = "404", description = "There is none")
    @APIResponse(responseCode = "409", description = "It is not yours, or it has changed meanwhile")
    public TriageState unclaim(@Parameter(description = "The report's id or reference") @PathParam("id") String id, InputStream body) {
        return claims.unclaim(caller.get(), id, ACT.read(body).version());
    }

    @POST
    @Path("/{id}/grade")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "assessReport", summary = "Give a report the liaison's own severity, confidence and grade", description = "They stand beside what the operator says, and go to the "
            + "destinations with it; the severity orders the queue. It is one statement: a newer one takes the place of all of it.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = GradeAct.class),
            examples = @ExampleObject(name = "critical", value = TriageExamples.GRADE)))
    @APIResponse(responseCode = "200", description = "Graded")
    @APIResponse(responseCode = "404", description = "There is none")
    @APIResponse(responseCode = "409", description = "Another holds it, or it has changed meanwhile")
    public TriageState grade(@Parameter(description = "The report's id or reference") @PathParam("id") String id, InputStream body) {
        GradeAct act = GRADE.read(body);
        return desk.grade(caller.get(), id, act.version(), new Assessment(act.severity(), act.confidence(), act.grade()));
    }

    @POST
    @Path("/{id}/release")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "releaseReport", summary = "Release a report to destinations", description = "Only who holds it can. It is on its way when this is answered.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ReleaseAct.class),
            examples = @ExampleObject(name = "to the national CERT", value = TriageExamples.RELEASE)))
    @APIResponse(responseCode = "200", description = "Released")
    @APIResponse(responseCode = "404", description = "There is none")
    @APIResponse(responseCode = "409", description = "It is not yours, or it has changed meanwhile, or what would be sent has, or there is no destination")
    @APIResponse(responseCode = "422", description = "Every fault at once, such as an unknown destination")
    public TriageState release(@Parameter(description = "The report's id or reference") @PathParam("id") String id, InputStream body) {
        ReleaseAct act = RELEASE.read(body);
        return releases.release(caller.get(), id, act.version(), act.destinations(), act.documentSha256());
    }

    @POST
    @Path("/{id}/close")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "closeReport", summary = "Close a report", description = "When it has arrived everywhere; from triage only when this revision has gone out before, or nothing is sent on from here.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ReasonedAct.class),
            examples = @ExampleObject(name = "close", value = "{\"version\": 4, \"reason\": \"The operator has replaced the receiver; the CERT has closed its case.\"}")))
    @APIResponse(responseCode = "200", description = "Closed")
    @APIResponse(responseCode = "404", description = "There is none")
    @APIResponse(responseCode = "409", description = "It cannot be closed now (the present state and what is possible are told), another holds it, or it has changed meanwhile")
    public TriageState close(@Parameter(description = "Id or reference") @PathParam("id") String id, InputStream body) {
        ReasonedAct act = REASONED.read(body);
        return desk.close(caller.get(), id, act.version(), act.reason());
    }

    @POST
    @Path("/{id}/reopen")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "reopenReport", summary = "Take up a closed or rejected report again", description = "It comes back into the queue, nobody's. An operator reopens its report by a revision.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ReasonedAct.class),
            examples = @ExampleObject(name = "reopen", value = "{\"version\": 4, \"reason\": \"The offset has come back.\"}")))
    @APIResponse(responseCode = "200", description = "Reopened")
    @APIResponse(responseCode = "404", description = "There is none")
    @APIResponse(responseCode = "409", description = "It is not closed or rejected (the present state and what is possible are told), or it has changed meanwhile")
    public TriageState reopen(@Parameter(description = "Id or reference") @PathParam("id") String id, InputStream body) {
        ReasonedAct act = REASONED.read(body);
        return desk.reopen(caller.get(), id, act.version(), act.reason());
    }

    @POST
    @Path("/{id}/reject")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "rejectReport", summary = "Reject a report", description = "When it is no incident, or not for this place. The operator reads the reason and can insist by a revision. While a question is open, take that back first.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ReasonedAct.class),
            examples = @ExampleObject(name = "reject", value = "{\"version\": 1, \"reason\": \"This was the exercise of 12 November.\"}")))
    @APIResponse(responseCode = "200", description = "Rejected")
    @APIResponse(responseCode = "404", description = "There is none")
    @APIResponse(responseCode = "409", description = "It cannot be rejected now (the present state and what is possible are told), another holds it, or it has changed meanwhile")
    public TriageState reject(@Parameter(description = "Id or reference") @PathParam("id") String id, InputStream body) {
        ReasonedAct act = REASONED.read(body);
        return desk.reject(caller.get(), id, act.version(), act.reason());
    }

    @POST
    @Path("/{id}/merge")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "mergeReport", summary = "Handle a report with another one, as one incident", description = "Of whichever organisation. Each report stays, with its revisions, questions and deliveries; "
            + "what its operator says later brings it up again. Of the same organisation it becomes merged, and its operator reads why. Of another one it stays in triage, is yours, "
            + "and no answer to its operator tells of the other.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = MergeAct.class),
            examples = @ExampleObject(name = "merge", value = "{\"version\": 1, \"into\": \"TOC-7K3M-Q9XW-Y\", \"reason\": \"The sensor and the shift reported the same fault.\"}")))
    @APIResponse(responseCode = "200", description = "Merged")
    @APIResponse(responseCode = "404", description = "There is none")
    @APIResponse(responseCode = "409", description = "It cannot be merged now (the present state and what is possible are told), another holds it, or it has changed meanwhile")
    @APIResponse(responseCode = "422", description = "Every fault at once, such as a report that this one cannot be merged into")
    public TriageState merge(@Parameter(description = "Id or reference") @PathParam("id") String id, InputStream body) {
        MergeAct act = MERGE.read(body);
        return merges.merge(caller.get(), id, act.version(), act.into(), act.reason());
    }

    @POST
    @Path("/{id}/unmerge")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "unmergeReport", summary = "Handle a merged report by itself again", description = "It is in triage again, and held by who does this.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ReasonedAct.class),
            examples = @ExampleObject(name = "unmerge", value = "{\"version\": 4, \"reason\": \"Two antennas, two faults.\"}")))
    @APIResponse(responseCode = "200", description = "It is yours")
    @APIResponse(responseCode = "404", description = "There is none")
    @APIResponse(responseCode = "409", description = "It is not merged (the present state and what is possible are told), or it has changed meanwhile")
    public TriageState unmerge(@Parameter(description = "Id or reference") @PathParam("id") String id, InputStream body) {
        ReasonedAct act = REASONED.read(body);
        return merges.unmerge(caller.get(), id, act.version(), act.reason());
    }
}
