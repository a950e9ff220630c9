package org.tocsin.attachment;

import io.quarkus.oidc.AuthorizationCodeFlow;
import io.quarkus.vertx.http.Uncompressed;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.tocsin.party.CurrentCaller;
import org.tocsin.party.Role;
import org.tocsin.web.overload.LargeAnswer;

/** Attachments for people with a session. */
@Path("/reports/{id}/attachments/{attachment}")
@AuthorizationCodeFlow
@Produces(MediaType.WILDCARD)
public class AttachmentPages {

    private final CurrentCaller caller;
    private final Download download;

    AttachmentPages(CurrentCaller caller, Download download) {
        this.caller = caller;
        this.download = download;
    }

    @GET
    @LargeAnswer
    @Uncompressed
    @RolesAllowed({Role.OPERATOR, Role.LIAISON, Role.AUDITOR})
    @Operation(hidden = true)
    public Response file(@PathParam("id") String id, @PathParam("attachment") String attachment,
            @Context HttpHeaders headers, @Context Request conditions) {
        return download.of(caller.get(), id, attachment, headers, conditions);
    }
}
