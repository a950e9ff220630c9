package org.tocsin.draft;

import io.quarkus.oidc.AuthorizationCodeFlow;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.tocsin.attachment.WaitingFiles;
import org.tocsin.json.Json;
import org.tocsin.party.Caller;
import org.tocsin.party.CurrentCaller;
import org.tocsin.party.Role;
import org.tocsin.problem.Problem;
import org.tocsin.store.Ids;
import org.tocsin.web.Tongue;

/** The full report as a list of tasks, each kept as a draft when its page is left by a button. */
@Path("/drafts")
@AuthorizationCodeFlow
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.OPERATOR)
public class DraftPages {

    @CheckedTemplate(basePath = "draft", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {

        static native TemplateInstance tasks(DraftSheet sheet);

        static native TemplateInstance step(DraftSheet sheet);

        static native TemplateInstance check(DraftSheet sheet);

        static native TemplateInstance found(DraftSheet sheet);

        private Templates() {
        }
    }

    private final CurrentCaller caller;
    private final Drafts drafts;
    private final DraftDesk desk;
    private final WaitingFiles files;
    private final Tongue tongue;

    DraftPages(CurrentCaller caller, Drafts drafts, DraftDesk desk, WaitingFiles files, Tongue tongue) {
        this.caller = caller;
        this.drafts = drafts;
        this.desk = desk;
        this.files = files;
        this.tongue = tongue;
    }

    @POST
    @Operation(hidden = true)
    public Response begin() {
        return to(desk.begin(caller.get()), "");
    }

    @GET
    @Path("{id}")
    @Operation(hidden = true)
    public Response tasks(@PathParam("id") String id) {
        return page(id, null, null, -1);
    }

    @GET
    @Path("{id}/{step}")
    @Operation(hidden = true)
    public Response step(@PathParam("id") String id, @PathParam("step") String step, @QueryParam("q") String query) {
        return page(id, named(step), query, -1);
    }

    /** What fits what is being typed, as a part of the page: for script that asks while somebody types. */
    @GET
    @Path("{id}/assets/found")
    @Operation(hidden = true)
    public TemplateInstance found(@PathParam("id") String id, @QueryParam("q") String query) {
        Caller operator = caller.get();
        return Templates.found(desk.sheet(operator, drafts.mine(operator, id), Step.ASSETS, query, -1, null));
    }

    @POST
    @Path("{id}/files/added")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response attach(@PathParam("id") String id, @RestForm("file") List<FileUpload> chosen) {
        Caller operator = caller.get();
        Draft draft = drafts.mine(operator, id);
        try {
            files.add(operator, draft.id, chosen);
            return to(drafts.write(operator, id, unchanged -> { }), "/files");
        } catch (Problem refused) {
            return Response.status(refused.status())
                    .entity(Templates.step(desk.sheet(operator, draft, Step.FILES, null, -1, refused))).build();
        }
    }

    @POST
    @Path("{id}/files/{file}/removed")
    @Operation(hidden = true)
    public Response detach(@PathParam("id") String id, @PathParam("file") String file) {
        Caller operator = caller.get();
        Draft draft = drafts.mine(operator, id);
        files.remove(operator, draft.id, Ids.read(file).orElseThrow(() -> Problem.notFound("file")));
        return to(draft, "/files");
    }

    @GET
    @Path("{id}/observations/{row}")
    @Operation(hidden = true)
    public Response observation(@PathParam("id") String id, @PathParam("row") int row) {
        return page(id, Step.OBSERVATIONS, null, row);
    }

    /** Keeps what was typed, whatever the button. */
    @POST
    @Path("{id}/{step}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response write(@PathParam("id") String id, @PathParam("step") String name, MultivaluedMap<String, String> form) {
        Step step = named(name);
        Draft draft = drafts.write(caller.get(), id, typed -> Writing.apply(typed, step, form));
        return switched(form, after(draft, step, form), draft);
    }

    @POST
    @Path("{id}/observations/{row}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response writeObservation(@PathParam("id") String id, @PathParam("row") int row, MultivaluedMap<String, String> form) {
        Draft draft = drafts.write(caller.get(), id, typed -> Writing.observation(typed, row, form));
        boolean stays = form.containsKey("language") || form.containsKey("another") || isFaulty(draft, Step.OBSERVATIONS, row);
        return switched(form, stays ? "/observations/" + row : "/observations", draft);
    }

    @POST
    @Path("{id}/send")
    @Operation(hidden = true)
    public Response send(@PathParam("id") String id) {
        return sent(id);
    }

    @POST
    @Path("{id}/send-all-the-same")
    @Operation(hidden = true)
    public Response sendAllTheSame(@PathParam("id") String id) {
        desk.sendAllTheSame(caller.get(), id);
        return sent(id);
    }

    @POST
    @Path("{id}/discard")
    @Operation(hidden = true)
    public Response discard(@PathParam("id") String id) {
        drafts.discard(caller.get(), id);
        return Response.seeOther(URI.create("/start")).build();
    }

    private Response sent(String id) {
        Caller operator = caller.get();
        try {
            return Response.seeOther(URI.create("/reports/" + desk.send(operator, id) + "/filed")).build();
        } catch (Problem refused) {
            if (refused.status() == Response.Status.NOT_FOUND.getStatusCode()) {
                throw refused; // then there is no draft to bring back
            }
            return Response.status(refused.status())
                    .entity(Templates.check(desk.sheet(operator, drafts.mine(operator, id), Step.CHECK, null, -1, refused))).build();
        }
    }

    private Response page(String id, Step step, String query, int row) {
        Caller operator = caller.get();
        Draft draft = drafts.mine(operator, id);
        if (draft.filed != null) {
            return Response.seeOther(URI.create("/reports/" + desk.reference(operator, draft.filed) + "/filed")).build();
        }
        DraftSheet sheet = desk.sheet(operator, draft, step, query, row, null);
        if (row >= 0 && sheet.kind().isEmpty()) {
            throw Problem.notFound("observation");
        }
        return Response.ok(step == null ? Templates.tasks(sheet) : step == Step.CHECK ? Templates.check(sheet) : Templates.step(sheet)).build();
    }

    private static String after(Draft draft, Step step, MultivaluedMap<String, String> form) {
        if (form.containsKey("search")) {
            return "/" + step.code() + "?q=" + URLEncoder.encode(form.getFirst("q") == null ? "" : form.getFirst("q"), StandardCharsets.UTF_8);
        }
        if (form.containsKey("kind")) {
            int last = Json.tree(draft.typed).path("observations").size() - 1;
            return "/observations/" + last;
        }
        boolean stays = form.containsKey("language") || form.containsKey("remove") || form.containsKey("another")
                || form.containsKey("add") || form.containsKey("addTyped") || isFaulty(draft, step, -1);
        return stays ? "/" + step.code() : "";
    }

    /** It is kept all the same; but who typed it hears of it where it can be mended. */
    private static boolean isFaulty(Draft draft, Step step, int row) {
        return !DraftSheet.shown(DraftSheet.faults(Drafts.typed(draft)), step, row).isEmpty();
    }

    private Response switched(MultivaluedMap<String, String> form, String where, Draft draft) {
        Response.ResponseBuilder answer = Response.seeOther(URI.create("/drafts/" + draft.id + where));
        tongue.change(form.getFirst("language")).ifPresent(answer::cookie);
        return answer.build();
    }

    private static Response to(Draft draft, String where) {
        return Response.seeOther(URI.create("/drafts/" + draft.id + where)).build();
    }

    private static Step named(String step) {
        return Step.of(step).orElseThrow(() -> Problem.notFound("page"));
    }
}
