package org.tocsin.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.oidc.BearerTokenAuthentication;
import io.quarkus.oidc.Tenant;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tocsin.audit.AuditRecord;
import org.tocsin.json.Json;
import org.tocsin.party.Caller;
import org.tocsin.party.CurrentCaller;
import org.tocsin.party.Role;
import org.tocsin.report.submission.Severity;
import org.tocsin.report.submission.Stage;
import org.tocsin.report.submission.Submission;
import org.tocsin.conditional.IfMatch;
import org.tocsin.web.paging.PartSize;
import org.tocsin.web.paging.Slice;
import org.tocsin.web.query.QueryFaults;
import org.tocsin.web.query.ReadsQuery;

@Path("/api/v1/reports")
@BearerTokenAuthentication
@Tenant("api")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports")
public class ReportResource {

    private static final String KEY = "Idempotency-Key";

    private final CurrentCaller caller;
    private final ReportIntake intake;
    private final ReportReading reading;
    private final ReportListing listing;
    private final RevisionIntake revisionIntake;
    private final QueryFaults queryFaults;

    ReportResource(CurrentCaller caller, ReportIntake intake, ReportReading reading, ReportListing listing,
            RevisionIntake revisionIntake, QueryFaults queryFaults) {
        this.queryFaults = queryFaults;
        this.caller = caller;
        this.intake = intake;
        this.reading = reading;
        this.listing = listing;
        this.revisionIntake = revisionIntake;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.OPERATOR, Role.SENSOR})
    @Operation(operationId = "fileReport", summary = "File a report",
            description = "The answer is given when the report is on disk. Send it again with the same Idempotency-Key "
                    + "(or the same externalRef) until you have an answer: it will be filed once.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Submission.class), examples = {
            @ExampleObject(name = "early warning", summary = "All that is needed at first", value = ReportExamples.EARLY_WARNING),
            @ExampleObject(name = "GNSS spoofing", summary = "A notification with measurements", value = ReportExamples.GNSS_SPOOFING),
            @ExampleObject(name = "compromised phone", summary = "The way in was a person's device", value = ReportExamples.COMPROMISED_PHONE)}))
    @APIResponse(responseCode = "201", description = "Filed; or filed before, and this is the first answer again",
            headers = @Header(name = HttpHeaders.ETAG, description = "The report's tag", required = true, schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = ReportAnswer.class)))
    @APIResponse(responseCode = "202", description = "Kept, but not filed: the token is right in everything but its times, and its client has "
            + "proved its key. A liaison decides on it; Location is where it is in quarantine",
            headers = @Header(name = HttpHeaders.LOCATION, description = "Where it is in quarantine", required = true,
                    schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(ref = "HeldAnswer")))
    @APIResponse(responseCode = "400", description = "Not JSON, or an unusable Idempotency-Key")
    @APIResponse(responseCode = "403", description = "Wrong role, or an account without organisation")
    @APIResponse(responseCode = "409", description = "externalRef was used for another body, or a twin is still in flight")
    @APIResponse(responseCode = "413", description = "Over 256 KiB")
    @APIResponse(responseCode = "422", description = "Every fault at once; or the Idempotency-Key was used for another body")
    @Parameter(name = KEY, in = ParameterIn.HEADER, schema = @Schema(type = SchemaType.STRING),
            description = "1 to 200 printable ASCII characters, kept at least 24 hours")
    @Parameter(name = "Tocsin-Client-Assertion", in = ParameterIn.HEADER, schema = @Schema(type = SchemaType.STRING),
            description = "A JWS over this request and a nonce, by which a client proves its key when its token's times are wrong: "
                    + "docs/api.md, When a clock is broken")
    public Response file(@Context HttpHeaders headers, InputStream body) {
        Caller sender = caller.get();
        Accepted accepted = intake.accept(sender, body, key(headers),
                SentAt.read(headers.getHeaderString(HttpHeaders.DATE)));
        return Response.created(URI.create("/api/v1/reports/" + accepted.report()))
                .header(HttpHeaders.ETAG, ReportTag.of(Json.tree(accepted.answer()).path("version").asInt(), sender).quoted())
                .entity(accepted.answer())
                .build();
    }

    /** As it was sent: the framework takes an empty header for none, and the sender would believe in a key that we ignore. */
    private static Optional<String> key(HttpHeaders headers) {
        List<String> sent = headers.getRequestHeader(KEY);
        return sent == null || sent.isEmpty() ? Optional.empty() : Optional.of(String.join(",", sent));
    }

    @GET
    @RolesAllowed({Role.OPERATOR, Role.SENSOR, Role.LIAISON, Role.AUDITOR})
    @Operation(operationId = "listReports", summary = "The reports that you may see, in parts",
            description = "Newest first. Follow next (or the Link header) until there is none: what arrives or changes meanwhile "
                    + "neither hides nor repeats a report. All filters that are given must hold; of one that is repeated, any.")
    @APIResponse(responseCode = "200", description = "A part of the list, and where the next part is")
    @APIResponse(responseCode = "400", description = "Unusable filters: every fault at once, each with the parameter's name")
    @APIResponse(responseCode = "403", description = "Wrong role, or an account without organisation")
    @Parameter(name = "state", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.ARRAY, implementation = State.class),
            description = "Standing so; repeatable")
    @Parameter(name = "severity", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.ARRAY, implementation = Severity.class),
            description = "Of this severity; repeatable. For liaisons and auditors the liaison's own counts, where there is one")
    @Parameter(name = "stage", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.ARRAY, implementation = Stage.class),
            description = "At this stage; repeatable")
    @Parameter(name = "receivedFrom", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING, format = "date-time"),
            description = "Received at this time or later (RFC 3339, with offset)")
    @Parameter(name = "receivedTo", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING, format = "date-time"),
            description = "Received before this time (RFC 3339, with offset)")
    @Parameter(name = "changedFrom", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING, format = "date-time"),
            description = "Changed last at this time or later (RFC 3339, with offset)")
    @Parameter(name = "changedTo", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING, format = "date-time"),
            description = "Changed last before this time (RFC 3339, with offset)")
    @Parameter(name = "asset", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 200),
            description = "Naming this asset, by any of its identifiers as the report has it, or by the ref of the inventory entry that it was found to be; case does not matter")
    @Parameter(name = "text", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 200),
            description = "With words that begin so, all of them, in title, description or the sender's own number; or the report's reference")
    @Parameter(name = "organisation", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 200),
            description = "Of this organisation. For liaisons and auditors")
    @Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "" + PartSize.LARGEST, defaultValue = "50"),
            description = PartSize.DESCRIPTION)
    @Parameter(name = "after", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING),
            description = "As an earlier part's next has it")
    @ReadsQuery(ReportParameter.class)
    public Slice<ReportItem> reports(@Context UriInfo uri) {
        Caller reader = caller.get();
        return listing.page(reader, ReportQueryReader.read(reader, uri.getQueryParameters(), queryFaults.found()), "/api/v1/reports");
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.OPERATOR, Role.SENSOR, Role.LIAISON, Role.AUDITOR})
    @Operation(operationId = "getReport", summary = "One report", description = "By its id or its reference. The ETag changes with each change of the report; "
            + "send it as If-None-Match to be told only of news, and as If-Match when you add a revision.")
    @APIResponse(responseCode = "200", description = "The report as it stands",
            content = @Content(schema = @Schema(implementation = ReportView.class)))
    @APIResponse(responseCode = "304", description = "It is still as If-None-Match names it")
    @APIResponse(responseCode = "404", description = "There is none, or it is another organisation's")
    public Response report(@Parameter(description = "Id or reference") @PathParam("id") String id,
            @Context HttpHeaders asked) {
        Caller reader = caller.get();
        ReportView report = reading.report(reader, id);
        return ReportTag.of(report, reader).answer(asked, report);
    }

    @GET
    @Path("/{id}/revisions")
    @RolesAllowed({Role.OPERATOR, Role.SENSOR, Role.LIAISON, Role.AUDITOR})
    @Operation(operationId = "listReportRevisions", summary = "All revisions of a report, oldest first")
    @APIResponse(responseCode = "200", description = "The revisions")
    @APIResponse(responseCode = "404", description = "There is none, or it is another organisation's")
    public List<RevisionView> revisions(@Parameter(description = "Id or reference") @PathParam("id") String id) {
        return reading.revisions(caller.get(), id);
    }

    @POST
    @Path("/{id}/revisions")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.OPERATOR, Role.SENSOR})
    @Operation(operationId = "addReportRevision", summary = "Add a revision: a later stage, or a correction",
            description = "The body is the whole report as it is to be read from now on, not what changed. It goes the way of the first: "
                    + "a report that was released or closed comes back into the liaison's queue. Send it again with the same "
                    + "Idempotency-Key until you have an answer; the first answer comes again although the ETag has moved on by it.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Submission.class),
            examples = @ExampleObject(name = "A notification that follows an early warning", value = """
                    {
                      "stage": "notification",
                      "title": "Time of two stratum-1 servers disagrees by 40 ms",
                      "description": "Both servers follow the same GNSS receiver. Its antenna line was changed on Sunday.",
                      "severity": "high",
                      "tlp": "TLP:AMBER",
                      "suspectedMalicious": "no",
                      "crossBorder": "unknown",
                      "ongoing": true,
                      "awareAt": "2026-11-23T03:12:00Z",
                      "assets": [{"hostname": "ntp1.time.example"}, {"ip": "192.0.2.17"}],
                      "impact": {"description": "Two customers lost traceability for their billing"}
                    }""")))
    @APIResponse(responseCode = "201", description = "Stored, with our signed receipt; or stored before, and this is the first answer again",
            headers = {@Header(name = HttpHeaders.ETAG, description = "The report's tag after it", schema = @Schema(type = SchemaType.STRING)),
                    @Header(name = HttpHeaders.LOCATION, description = "The revision", schema = @Schema(type = SchemaType.STRING))},
            content = @Content(schema = @Schema(implementation = RevisionAnswer.class)))
    @APIResponse(responseCode = "400", description = "Not JSON, or an unusable Idempotency-Key")
    @APIResponse(responseCode = "403", description = "Wrong role, or an account without organisation")
    @APIResponse(responseCode = "404", description = "There is none, or it is another organisation's")
    @APIResponse(responseCode = "409", description = "The report is withdrawn or merged (what is possible is told), externalRef is another "
            + "report's, or a twin is still in flight")
    @APIResponse(responseCode = "412", description = "The report has changed since: version, state and etag of what is there now are told")
    @APIResponse(responseCode = "413", description = "Over 256 KiB")
    @APIResponse(responseCode = "422", description = "Every fault at once; a stage that goes back; nothing new; or the Idempotency-Key was used otherwise")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    @Parameter(name = KEY, in = ParameterIn.HEADER, schema = @Schema(type = SchemaType.STRING),
            description = "1 to 200 printable ASCII characters, kept at least 24 hours")
    public Response revise(@Parameter(description = "Id or reference") @PathParam("id") String id,
            @Parameter(description = "The report's ETag as you read it; needed") @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Context HttpHeaders headers, InputStream body) {
        Caller sender = caller.get();
        byte[] answer = revisionIntake.accept(sender, id, new IfMatch(ifMatch), body, key(headers),
                SentAt.read(headers.getHeaderString(HttpHeaders.DATE)));
        JsonNode said = Json.tree(answer);
        return Response.created(URI.create("/api/v1/reports/" + said.path("id").asText() + "/revisions/" + said.path("revision").asInt()))
                .header(HttpHeaders.ETAG, ReportTag.of(said.path("version").asInt(), sender).quoted())
                .entity(answer)
                .build();
    }

    @GET
    @Path("/{id}/revisions/{number}")
    @RolesAllowed({Role.OPERATOR, Role.SENSOR, Role.LIAISON, Role.AUDITOR})
    @Operation(operationId = "getReportRevision", summary = "One revision of a report, with its receipt")
    @APIResponse(responseCode = "200", description = "The revision")
    @APIResponse(responseCode = "404", description = "There is no such report or revision, or it is another organisation's")
    public RevisionView revision(@Parameter(description = "Id or reference") @PathParam("id") String id,
            @Parameter(description = "Counted from 1") @PathParam("number") String number) {
        return reading.revision(caller.get(), id, number);
    }

    @GET
    @Path("/{id}/revisions/{from}/diff/{to}")
    @RolesAllowed({Role.OPERATOR, Role.SENSOR, Role.LIAISON, Role.AUDITOR})
    @Operation(operationId = "compareReportRevisions", summary = "What changed from one revision to another",
            description = "As a JSON Patch (RFC 6902) between the two as they are stored, and in words. Any two, in either direction.")
    @APIResponse(responseCode = "200", description = "The difference; empty lists when both say the same")
    @APIResponse(responseCode = "404", description = "There is no such report or revision, or it is another organisation's")
    @APIResponse(responseCode = "410", description = "What one of them said has been erased")
    public RevisionDiff difference(@Parameter(description = "Id or reference") @PathParam("id") String id,
            @Parameter(description = "The revision that is changed") @PathParam("from") String from,
            @Parameter(description = "The revision that it becomes") @PathParam("to") String to) {
        return reading.difference(caller.get(), id, from, to);
    }

    @GET
    @Path("/{id}/audit")
    @RolesAllowed({Role.OPERATOR, Role.LIAISON, Role.AUDITOR})
    @Operation(operationId = "listReportAuditEntries", summary = "Who did what to a report",
            description = "In the order of the audit log. The operator sees what concerns it, liaisons and auditors all.")
    @APIResponse(responseCode = "200", description = "The entries")
    @APIResponse(responseCode = "404", description = "There is none, or it is another organisation's")
    public List<AuditRecord> audit(@Parameter(description = "Id or reference") @PathParam("id") String id) {
        return reading.audit(caller.get(), id);
    }
}
