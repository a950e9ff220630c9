package org.tocsin.triage;

import io.quarkus.oidc.AuthorizationCodeFlow;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.tocsin.json.Json;
import org.tocsin.party.Caller;
import org.tocsin.party.CurrentCaller;
import org.tocsin.party.Role;
import org.tocsin.problem.Fault;
import org.tocsin.problem.Problem;
import org.tocsin.report.Assessment;
import org.tocsin.report.Confidence;
import org.tocsin.report.Grade;
import org.tocsin.report.ReportPage;
import org.tocsin.report.submission.Severity;

/** The liaison's acts on a report's page. An act that is refused brings the page back with the reason. */
@Path("/triage")
@AuthorizationCodeFlow
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.LIAISON)
public class TriagePages {

    private static final int LONGEST_REASON = 2000;
    private static final int LONGEST_NOTE = 4000;

    private final CurrentCaller caller;
    private final TriageDesk desk;
    private final ClaimDesk claims;
    private final ReleaseDesk releases;
    private final MergeDesk merges;
    private final NoteDesk notes;
    private final ReportPage page;

    TriagePages(CurrentCaller caller, TriageDesk desk, ClaimDesk claims, ReleaseDesk releases, MergeDesk merges, NoteDesk notes, ReportPage page) {
        this.caller = caller;
        this.desk = desk;
        this.claims = claims;
        this.releases = releases;
        this.merges = merges;
        this.notes = notes;
        this.page = page;
    }

    @POST
    @Path("/{id}/claim")
    @Operation(hidden = true)
    public Response claim(@PathParam("id") String id, @FormParam("version") String version) {
        return act(id, liaison -> claims.claim(liaison, id, number(version)));
    }

    @POST
    @Path("/{id}/unclaim")
    @Operation(hidden = true)
    public Response unclaim(@PathParam("id") String id, @FormParam("version") String version) {
        return act(id, liaison -> claims.unclaim(liaison, id, number(version)));
    }

    @POST
    @Path("/{id}/grade")
    @Operation(hidden = true)
    public Response grade(@PathParam("id") String id, @FormParam("version") String version,
            @FormParam("severity") String severity, @FormParam("confidence") String confidence,
            @FormParam("source") String source, @FormParam("content") String content) {
        return act(id, liaison -> desk.grade(liaison, id, number(version),
                new Assessment(severity(severity), confidence(confidence), grade(source, content))));
    }

    /** The second look: nothing is sent before it is confirmed there. */
    @GET
    @Path("/{id}/release")
    @Operation(hidden = true)
    public Response look(@PathParam("id") String id, @QueryParam("version") String version,
            @QueryParam("destination") List<String> destinations) {
        return shown(id, liaison -> Response.ok(TriageTemplates.release(
                releases.look(liaison, id, number(version), chosen(destinations)))).build());
    }

    @POST
    @Path("/{id}/release")
    @Operation(hidden = true)
    public Response release(@PathParam("id") String id, @FormParam("version") String version,
            @FormParam("destination") List<String> destinations, @FormParam("document") String document) {
        return act(id, liaison -> releases.release(liaison, id, number(version), chosen(destinations), document));
    }

    @POST
    @Path("/{id}/close")
    @Operation(hidden = true)
    public Response close(@PathParam("id") String id, @FormParam("version") String version, @FormParam("reason") String reason) {
        return act(id, liaison -> desk.close(liaison, id, number(version), reason(reason)));
    }

    @POST
    @Path("/{id}/reopen")
    @Operation(hidden = true)
    public Response reopen(@PathParam("id") String id, @FormParam("version") String version, @FormParam("reason") String reason) {
        return act(id, liaison -> desk.reopen(liaison, id, number(version), reason(reason)));
    }

    @POST
    @Path("/{id}/reject")
    @Operation(hidden = true)
    public Response reject(@PathParam("id") String id, @FormParam("version") String version, @FormParam("reason") String reason) {
        return act(id, liaison -> desk.reject(liaison, id, number(version), reason(reason)));
    }

    @POST
    @Path("/{id}/merge")
    @Operation(hidden = true)
    public Response merge(@PathParam("id") String id, @FormParam("version") String version, @FormParam("into") String into,
            @FormParam("reason") String reason) {
        return act(id, liaison -> merges.merge(liaison, id, number(version), other(into), reason(reason)));
    }

    @POST
    @Path("/{id}/unmerge")
    @Operation(hidden = true)
    public Response unmerge(@PathParam("id") String id, @FormParam("version") String version, @FormParam("reason") String reason) {
        return act(id, liaison -> merges.unmerge(liaison, id, number(version), reason(reason)));
    }

    @POST
    @Path("/{id}/notes")
    @Operation(hidden = true)
    public Response note(@PathParam("id") String id, @FormParam("text") String text) {
        return shown(id, liaison -> {
            if (text == null || text.isBlank() || text.length() > LONGEST_NOTE) {
                throw invalid("/text", "Write a note of at most " + LONGEST_NOTE + " characters.");
            }
            notes.write(liaison, id, text.strip());
            return Response.seeOther(URI.create("/reports/" + id + "#" + NoteSection.ID)).build();
        });
    }

    private Response act(String id, Function<Caller, TriageState> act) {
        return shown(id, liaison -> Response.seeOther(URI.create("/reports/" + act.apply(liaison).reference())).build());
    }

    private Response shown(String id, Function<Caller, Response> act) {
        Caller liaison = caller.get();
        try {
            return act.apply(liaison);
        } catch (Problem problem) {
            if (problem.status() == Response.Status.NOT_FOUND.getStatusCode()) {
                throw problem; // then there is no page to bring back
            }
            return page.refused(liaison, id, problem, TriageSection.ID);
        }
    }

    private static int number(String version) {
        try {
            return Integer.parseInt(version);
        } catch (NumberFormatException notOurs) {
            throw invalid("/version", "The form did not say which version of the report it was for. Load the page again.");
        }
    }

    private static Severity severity(String word) {
        return Stream.of(Severity.values()).filter(severity -> Json.word(severity).equals(word)).findFirst()
                .orElseThrow(() -> invalid("/severity", "Choose a severity."));
    }

    private static Confidence confidence(String word) {
        return Stream.of(Confidence.values()).filter(confidence -> Json.word(confidence).equals(word)).findFirst().orElse(null);
    }

    /** Of both halves or of none. */
    private static String grade(String source, String content) {
        String grade = Objects.requireNonNullElse(source, "") + Objects.requireNonNullElse(content, "");
        if (!grade.isEmpty() && !grade.matches(Grade.PATTERN)) {
            throw invalid("/grade", "Choose both halves of the grade, source and content, or neither.");
        }
        return grade.isEmpty() ? null : grade;
    }

    private static String other(String reference) {
        if (reference == null || reference.isBlank()) {
            throw invalid("/into", "Name the report that it is handled with.");
        }
        return reference.strip();
    }

    private static String reason(String written) {
        if (written == null || written.isBlank() || written.length() > LONGEST_REASON) {
            throw invalid("/reason", "Give a reason of at most " + LONGEST_REASON + " characters.");
        }
        return written.strip();
    }

    /** On a form nothing means nothing; to the desk it would mean all. */
    private static List<String> chosen(List<String> destinations) {
        if (destinations.isEmpty()) {
            throw invalid("/destinations", "Choose at least one destination.");
        }
        return destinations;
    }

    private static Problem invalid(String pointer, String message) {
        return Problem.invalid("form", List.of(new Fault(pointer, "invalid", message)));
    }
}
