package org.tocsin.delivery;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.tocsin.party.CurrentCaller;
import org.tocsin.party.Role;

/** The deliveries' part of a report's page by itself, for a page that stays open while they are under way. */
@Path("/reports/{id}/deliveries")
@Produces(MediaType.TEXT_HTML)
public class DeliveryPages {

    private final CurrentCaller caller;
    private final DeliverySection section;

    DeliveryPages(CurrentCaller caller, DeliverySection section) {
        this.caller = caller;
        this.section = section;
    }

    @GET
    @RolesAllowed({Role.OPERATOR, Role.LIAISON, Role.AUDITOR})
    @Operation(hidden = true)
    public TemplateInstance deliveries(@PathParam("id") String id) {
        return section.of(caller.get(), id, true);
    }
}
