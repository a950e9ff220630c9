package org.tocsin.news;

import io.quarkus.oidc.BearerTokenAuthentication;
import io.quarkus.oidc.Tenant;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tocsin.party.CurrentCaller;
import org.tocsin.party.Role;
import org.tocsin.web.paging.PartSize;

@Path("/api/v1/changes")
@BearerTokenAuthentication
@Tenant("api")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "News")
public class ChangeResource {

    private final CurrentCaller caller;
    private final Waiting waiting;

    ChangeResource(CurrentCaller caller, Waiting waiting) {
        this.caller = caller;
        this.waiting = waiting;
    }

    /** Begun on a thread that may read the database, as every other operation is; waiting takes none. */
    @GET
    @Blocking
    @RolesAllowed({Role.OPERATOR, Role.SENSOR, Role.LIAISON, Role.AUDITOR})
    @Operation(operationId = "listChanges", summary = "Follow what happens to your reports",
            description = "Every change that an operator may see, in the order in which it happened: none is left out, none is repeated, "
                    + "whatever happens at the same time. Go on with next, for ever. Liaisons and auditors see all organisations' changes.")
    @APIResponse(responseCode = "200", description = "The changes behind the cursor; none when none came while it waited",
            content = @Content(schema = @Schema(implementation = ChangePage.class)))
    @APIResponse(responseCode = "400", description = "Unusable limit or wait, or a cursor that was not given to you")
    @APIResponse(responseCode = "403", description = "Wrong role, or an account without organisation")
    @APIResponse(responseCode = "410", description = "Changes behind the cursor have been removed for their age: begin with after=now, and read the reports once")
    @APIResponse(responseCode = "429", description = "Too many requests of yours wait already")
    public Uni<ChangePage> changes(
            @Parameter(description = "A cursor, as next or an item has it; now for what comes from now on; from the beginning when left out")
            @QueryParam("after") String after,
            @Parameter(description = "Seconds to wait if there is nothing, 0 to 30",
                    schema = @Schema(minimum = "0", maximum = "30")) @QueryParam("wait") @DefaultValue("0") int wait,
            @Parameter(description = PartSize.DESCRIPTION, schema = @Schema(minimum = "1", maximum = "" + PartSize.LARGEST)) @QueryParam("limit") @DefaultValue("100") int limit) {
        return waiting.read(FeedQuery.of(caller.get().sight(), after, limit, wait))
                .map(ChangeFeed.Part::page);
    }
}
