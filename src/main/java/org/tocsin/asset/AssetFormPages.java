package org.tocsin.asset;

import io.quarkus.oidc.AuthorizationCodeFlow;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.tocsin.party.CurrentCaller;
import org.tocsin.party.Role;
import org.tocsin.problem.Fault;
import org.tocsin.problem.Problem;
import org.tocsin.conditional.Precondition;

/** Listing, changing and striking off by hand. What is wrong comes back with the form, each fault at its field. */
@Path("/assets")
@AuthorizationCodeFlow
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.OPERATOR)
public class AssetFormPages {

    /** Of a button that asks for more empty rows instead of saving. */
    private static final String MORE = "more";
    private static final int CONFLICT = 412;

    /**
     * What someone else has saved since the form was opened.
     *
     * @param differences from what the form says
     */
    public record Overtaken(String by, Instant at, List<ImportResult.FieldChange> differences) {
    }

    private final CurrentCaller caller;
    private final AssetRegister register;

    AssetFormPages(CurrentCaller caller, AssetRegister register) {
        this.caller = caller;
        this.register = register;
    }

    @GET
    @Path("/new")
    @Operation(hidden = true)
    public Response blank() {
        return page(200, null, AssetForm.empty(), "", null);
    }

    @POST
    @Path("/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response add(MultivaluedMap<String, String> sent) {
        AssetForm form = AssetForm.read(sent);
        if (sent.containsKey(MORE)) {
            return page(200, null, form, "", null);
        }
        try {
            register.add(caller.get(), form.text("ref"), form.json());
            return Response.seeOther(URI.create("/assets/entry/" + form.text("ref") + "?told=added")).build();
        } catch (Problem problem) {
            return refused(problem, null, form, "");
        }
    }

    @GET
    @Path("/entry/{ref}/edit")
    @Operation(hidden = true)
    public Response edit(@PathParam("ref") String ref) {
        AssetRegister.Read read = register.get(caller.get(), null, ref);
        return page(200, read.asset(), AssetForm.of(read.asset()), read.tag().quoted(), null);
    }

    @POST
    @Path("/entry/{ref}/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response save(@PathParam("ref") String ref, MultivaluedMap<String, String> sent) {
        AssetRegister.Read read = register.get(caller.get(), null, ref);
        AssetForm form = AssetForm.read(sent);
        if (sent.containsKey(MORE)) {
            return page(200, read.asset(), form, form.text("etag"), null);
        }
        try {
            AssetDocument wanted = AssetReader.read(caller.get().ownOrganisation(), ref, form.json());
            if (read.tag().quoted().equals(form.text("etag")) && read.asset().equals(wanted)) {
                return Response.seeOther(URI.create("/assets/entry/" + ref + "?told=same")).build();
            }
            if (!read.tag().quoted().equals(form.text("etag"))) {
                return page(CONFLICT, read.asset(), form, read.tag().quoted(),
                        new Overtaken(read.writtenBy(), read.writtenAt(), new ImportPlan.Change(read.asset(), wanted).fields()));
            }
            register.put(caller.get(), ref, Precondition.ifMatch(form.text("etag")), form.json());
            return Response.seeOther(URI.create("/assets/entry/" + ref + "?told=saved")).build();
        } catch (Problem problem) {
            return refused(problem, read.asset(), form, form.text("etag"));
        }
    }

    @GET
    @Path("/entry/{ref}/remove")
    @Operation(hidden = true)
    public Response askRemoval(@PathParam("ref") String ref) {
        AssetRegister.Read read = register.get(caller.get(), null, ref);
        return Response.ok(AssetTemplates.remove(read.asset(), read.tag().quoted(), null)).build();
    }

    @POST
    @Path("/entry/{ref}/remove")
    @Operation(hidden = true)
    public Response remove(@PathParam("ref") String ref, @FormParam("etag") String etag) {
        try {
            register.remove(caller.get(), ref, Precondition.ifMatch(etag));
            return Response.seeOther(URI.create("/assets?told=removed")).build();
        } catch (Problem problem) {
            if (problem.status() != CONFLICT) {
                throw problem;
            }
            AssetRegister.Read read = register.get(caller.get(), null, ref);
            return Response.status(CONFLICT).entity(AssetTemplates.remove(read.asset(), read.tag().quoted(),
                    new Overtaken(read.writtenBy(), read.writtenAt(), List.of()))).build();
        }
    }

    private Response refused(Problem problem, AssetDocument present, AssetForm form, String etag) {
        if (problem.faults().isEmpty()) {
            throw problem;
        }
        List<Fault> faults = Stream.concat(present == null ? form.missing().stream() : Stream.empty(), problem.faults().stream()
                .filter(fault -> !(fault.pointer().isEmpty() && form.text("ref").isEmpty()))).toList();
        return page(problem.status(), present, form.with(faults), etag, null);
    }

    private static Response page(int status, AssetDocument present, AssetForm form, String etag, Overtaken overtaken) {
        return Response.status(status).entity(AssetTemplates.form(present, form, etag, overtaken, FormChoices.spoken())).build();
    }

    /** What the form's lists offer. */
    public record FormChoices(List<AssetChoices.Choice> kinds, List<AssetChoices.Choice> sectors, List<AssetChoices.Choice> timeScales,
            List<AssetChoices.Choice> identifierKinds, List<AssetChoices.Choice> edgeTypes, List<AssetChoices.Choice> targetKinds,
            List<AssetChoices.Choice> yesOrNo, List<AssetChoices.Choice> levels) {

        /** In the language of the page. */
        static FormChoices spoken() {
            return new FormChoices(AssetChoices.kinds(), AssetChoices.sectors(), AssetChoices.timeScales(), AssetChoices.identifierKinds(),
                    AssetChoices.edgeTypes(), AssetChoices.targetKinds(), AssetChoices.yesOrNo(), AssetChoices.levels());
        }
    }
}
