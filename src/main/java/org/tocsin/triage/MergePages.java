package org.tocsin.triage;

import io.quarkus.oidc.AuthorizationCodeFlow;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.tocsin.party.Caller;
import org.tocsin.party.CurrentCaller;
import org.tocsin.party.Role;
import org.tocsin.problem.Fault;
import org.tocsin.problem.Problem;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;

/** Several rows of the queue merged into one, with a look in between at what becomes of each. */
@Path("/triage/merge")
@AuthorizationCodeFlow
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.LIAISON)
public class MergePages {

    private static final int LONGEST_REASON = 2000;

    private final CurrentCaller caller;
    private final MergeDesk merges;
    private final TriageQueue queue;
    private final Transactions transactions;

    MergePages(CurrentCaller caller, MergeDesk merges, TriageQueue queue, Transactions transactions) {
        this.caller = caller;
        this.merges = merges;
        this.queue = queue;
        this.transactions = transactions;
    }

    /** @param rows references, as the queue has them with a version or without; what counts is how each stands on this page */
    @GET
    @Operation(hidden = true)
    public Response look(@QueryParam("row") List<String> rows, @QueryParam("lead") String lead, @QueryParam("view") String view) {
        return Response.ok(TriageTemplates.merge(sheet(rows, lead, view, null, "", ""))).build();
    }

    /** Each row by itself: what has changed since the look does not keep the rest from being merged. */
    @POST
    @Operation(hidden = true)
    public Response merge(@FormParam("row") List<String> rows, @FormParam("lead") String lead, @FormParam("view") String view,
            @FormParam("reason") String reason, @FormParam("told") String told) {
        MergeSheet sheet = sheet(rows, lead, view, null, written(reason), written(told));
        List<Fault> faults = new ArrayList<>();
        if (sheet.merged().isEmpty()) {
            faults.add(new Fault("/row", "required", "Nothing is left that could be merged."));
        }
        check(faults, "/reason", sheet.explains(), sheet.reason());
        check(faults, "/told", sheet.tells(), sheet.told());
        if (!faults.isEmpty()) {
            return Response.status(422).entity(TriageTemplates.merge(
                    sheet(rows, lead, view, Problem.invalid("form", faults), written(reason), written(told)))).build();
        }
        List<String> tried = sheet.rows().stream().filter(row -> !row.leads()).map(row -> tried(row, sheet, rows)).toList();
        return Response.seeOther(URI.create(QueueQueryReader.read(view).address(
                tried.stream().map(each -> QueueQuery.pair(QueueParameter.MERGED.code(), each)).collect(Collectors.joining("&"))))).build();
    }

    private String tried(MergeSheet.Row row, MergeSheet sheet, List<String> sent) {
        String why = row.shared() ? sheet.told() : sheet.reason();
        try {
            if (!why.isEmpty()) {
                merges.merge(caller.get(), row.item().reference(), ChosenRow.version(sent, row.item().reference()), sheet.lead().reference(), why);
            }
        } catch (Problem refused) {
            // how the report stands now says why, on the page that follows
        }
        return row.item().reference();
    }

    private MergeSheet sheet(List<String> rows, String lead, String view, Problem problem, String reason, String told) {
        Caller liaison = caller.get();
        List<String> references = rows.stream().map(ChosenRow::reference).distinct().limit(TriageQueue.PAGE).toList();
        return MergeSheet.of(QueueQueryReader.read(view == null ? "" : view), transactions.seeing(Sight.all(), () -> queue.lines(references)), lead, liaison,
                problem, reason, told);
    }

    private static void check(List<Fault> faults, String pointer, boolean needed, String text) {
        if (needed && (text.isBlank() || text.length() > LONGEST_REASON)) {
            faults.add(new Fault(pointer, "length", "Say why they belong together, in at most " + LONGEST_REASON + " characters."));
        }
    }

    private static String written(String text) {
        return text == null ? "" : text.strip();
    }
}
