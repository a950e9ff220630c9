package org.tocsin.asset;

import io.quarkus.oidc.AuthorizationCodeFlow;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.tocsin.party.CurrentCaller;
import org.tocsin.party.Role;
import org.tocsin.web.overload.Expensive;
import org.tocsin.web.overload.LargeAnswer;
import org.tocsin.web.overload.Parts;

/** An inventory as a file to keep: the same that {@code assets:export} gives. */
@Path("/assets")
@AuthorizationCodeFlow
@RolesAllowed({Role.OPERATOR, Role.LIAISON, Role.AUDITOR})
public class ExportPages {

    private final CurrentCaller caller;
    private final AssetExport exporting;

    ExportPages(CurrentCaller caller, AssetExport exporting) {
        this.caller = caller;
        this.exporting = exporting;
    }

    @Expensive
    @LargeAnswer
    @GET
    @Path("/inventory.json")
    @Operation(hidden = true)
    public Response json(@QueryParam("organisation") String organisation) {
        return file(exporting.json(caller.get(), organisation), MediaType.APPLICATION_JSON, "inventory.json");
    }

    @Expensive
    @LargeAnswer
    @GET
    @Path("/inventory.csv")
    @Operation(hidden = true)
    public Response csv(@QueryParam("organisation") String organisation) {
        return file(exporting.csv(caller.get(), organisation), "text/csv;charset=UTF-8", "inventory.csv");
    }

    private static Response file(Parts content, String type, String name) {
        return Response.ok(content, type).header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"").build();
    }
}
