package org.tocsin.withdrawal;

import io.quarkus.oidc.AuthorizationCodeFlow;
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
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.tocsin.json.Body;
import org.tocsin.json.Json;
import org.tocsin.party.Caller;
import org.tocsin.party.CurrentCaller;
import org.tocsin.party.Role;
import org.tocsin.problem.Problem;
import org.tocsin.report.ReportPage;
import org.tocsin.time.Now;

/** The steps of a withdrawal on a report's page. What is refused brings the page back with the reason. */
@Path("/reports/{id}/withdrawal")
@AuthorizationCodeFlow
@Produces(MediaType.TEXT_HTML)
public class WithdrawalPages {

    private static final Body<WithdrawalResource.Ask> ASK = new Body<>(WithdrawalResource.Ask.class);
    private static final Body<WithdrawalResource.Confirmation> CONFIRMATION = new Body<>(WithdrawalResource.Confirmation.class);
    private static final Body<WithdrawalResource.End> END = new Body<>(WithdrawalResource.End.class);
    private static final Body<CallBack> CALL_BACK = new Body<>(CallBack.class);

    private final CurrentCaller caller;
    private final WithdrawalDesk desk;
    private final ReportPage page;
    private final Now now;

    WithdrawalPages(CurrentCaller caller, WithdrawalDesk desk, ReportPage page, Now now) {
        this.caller = caller;
        this.desk = desk;
        this.page = page;
        this.now = now;
    }

    @POST
    @RolesAllowed(Role.OPERATOR)
    @Operation(hidden = true)
    public Response ask(@PathParam("id") String id, @FormParam("reason") String reason) {
        return step(id, ASK, (person, sent) -> desk.ask(person, id, sent.reason()), "reason", reason);
    }

    @POST
    @Path("/confirm")
    @RolesAllowed(Role.OPERATOR)
    @Operation(hidden = true)
    public Response confirm(@PathParam("id") String id, @FormParam("number") String number) {
        return step(id, CONFIRMATION, (person, sent) -> desk.confirm(person, id, sent.number()), "number", number);
    }

    @POST
    @Path("/cancel")
    @RolesAllowed(Role.OPERATOR)
    @Operation(hidden = true)
    public Response cancel(@PathParam("id") String id, @FormParam("number") String number, @FormParam("reason") String reason) {
        return step(id, END, (person, sent) -> desk.cancel(person, id, sent.number(), sent.reason()), "number", number, "reason", reason);
    }

    /** Just now: a liaison presses it while the telephone is still in hand. */
    @POST
    @Path("/call-back")
    @RolesAllowed(Role.LIAISON)
    @Operation(hidden = true)
    public Response callBack(@PathParam("id") String id, @FormParam("number") String number, @FormParam("called") String called,
            @FormParam("answeredBy") String answeredBy) {
        return step(id, CALL_BACK, (person, sent) -> desk.calledBack(person, id, sent.number(), sent),
                "number", number, "called", called, "answeredBy", answeredBy, "calledAt", now.instant().toString());
    }

    @POST
    @Path("/refuse")
    @RolesAllowed(Role.LIAISON)
    @Operation(hidden = true)
    public Response refuse(@PathParam("id") String id, @FormParam("number") String number, @FormParam("reason") String reason) {
        return step(id, END, (person, sent) -> desk.refuse(person, id, sent.number(), sent.reason()), "number", number, "reason", reason);
    }

    /** A form says the same as a request's body, and is checked as one. */
    private <T> Response step(String id, Body<T> shape, BiFunction<Caller, T, WithdrawalView> step, String... fields) {
        Caller person = caller.get();
        try {
            return Response.seeOther(URI.create("/reports/" + step.apply(person, shape.read(body(fields))).report())).build();
        } catch (Problem problem) {
            if (problem.status() == Response.Status.NOT_FOUND.getStatusCode()) {
                throw problem; // then there is no page to bring back
            }
            return page.refused(person, id, problem, WithdrawalSection.ID);
        }
    }

    private static byte[] body(String... fields) {
        var body = Json.MAPPER.createObjectNode();
        for (int i = 0; i < fields.length; i += 2) {
            String value = fields[i + 1] == null ? "" : fields[i + 1].strip();
            if (fields[i].equals("number") && value.matches("[0-9]{1,9}")) {
                body.put(fields[i], Integer.parseInt(value));
            } else if (!value.isEmpty()) {
                body.put(fields[i], value);
            }
        }
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }
}
