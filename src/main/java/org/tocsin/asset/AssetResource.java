package org.tocsin.asset;

import io.quarkus.oidc.BearerTokenAuthentication;
import io.quarkus.oidc.Tenant;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tocsin.conditional.Precondition;
import org.tocsin.json.Body;
import org.tocsin.party.CurrentCaller;
import org.tocsin.party.Role;
import org.tocsin.problem.Problem;
import org.tocsin.web.paging.PartSize;
import org.tocsin.web.paging.Slice;

@Path("/api/v1/assets")
@BearerTokenAuthentication
@Tenant("api")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Inventory")
@APIResponse(responseCode = "403", description = "Wrong role, or an account without organisation")
public class AssetResource {

    private static final String IF_MATCH = "The ETag of the entry as you read it, so that nobody's change is lost";

    private static final int DEEPEST = 50;

    private final CurrentCaller caller;
    private final AssetRegister register;

    AssetResource(CurrentCaller caller, AssetRegister register) {
        this.caller = caller;
        this.register = register;
    }

    @GET
    @RolesAllowed({Role.OPERATOR, Role.SENSOR, Role.LIAISON, Role.AUDITOR})
    @Operation(operationId = "listAssets", summary = "An inventory, in parts", description = "In the order of refs; entries that are added meanwhile neither hide nor repeat others.")
    @APIResponse(responseCode = "200", description = "A part of the inventory, and where the next part is")
    @APIResponse(responseCode = "400", description = "Unusable limit or kind; or a liaison or auditor who does not say whose")
    @APIResponse(responseCode = "404", description = "Another organisation's")
    public Slice<AssetDocument> list(
            @Parameter(description = "Whose: needed for liaisons and auditors, your own if left out") @QueryParam("organisation") String organisation,
            @Parameter(description = "Only assets of this kind, e.g. time-server") @QueryParam("kind") String kind,
            @Parameter(description = "Part of a name or ref, or a whole identifier in any spelling") @QueryParam("q") String text,
            @Parameter(description = "As an earlier part's next says") @QueryParam("after") String after,
            @Parameter(description = PartSize.DESCRIPTION, schema = @Schema(minimum = "1", maximum = "" + PartSize.LARGEST)) @QueryParam("limit") @DefaultValue("100") int limit) {
        return register.page(caller.get(), AssetQuery.of(organisation, kind, text, after, limit));
    }

    @GET
    @Path("/{ref}")
    @RolesAllowed({Role.OPERATOR, Role.SENSOR, Role.LIAISON, Role.AUDITOR})
    @Operation(operationId = "getAsset", summary = "One inventory entry")
    @APIResponse(responseCode = "200", description = "The entry, as it can be PUT again",
            content = @Content(schema = @Schema(implementation = AssetDocument.class)))
    @APIResponse(responseCode = "304", description = "It is still the one that If-None-Match names")
    @APIResponse(responseCode = "400", description = "A liaison or auditor who does not say whose")
    @APIResponse(responseCode = "404", description = "There is none, or it is another organisation's")
    public Response get(
            @Parameter(description = "The organisation's own name for it") @PathParam("ref") String ref,
            @Parameter(description = "Whose: needed for liaisons and auditors, your own if left out") @QueryParam("organisation") String organisation,
            @Context HttpHeaders asked) {
        AssetRegister.Read read = register.get(caller.get(), organisation, ref);
        return read.tag().answer(asked, read.asset());
    }

    @GET
    @Path("/{ref}/graph")
    @RolesAllowed({Role.OPERATOR, Role.SENSOR, Role.LIAISON, Role.AUDITOR})
    @Operation(operationId = "getAssetGraph", summary = "What an asset leans on, and what leans on it",
            description = "Operators see their own entries; liaisons and auditors follow edges between organisations.")
    @APIResponse(responseCode = "200", description = "The assets around it, nearest first, and the edges between them",
            content = @Content(schema = @Schema(implementation = Neighbourhood.class)))
    @APIResponse(responseCode = "400", description = "Unusable direction or depth; or a liaison or auditor who does not say whose")
    @APIResponse(responseCode = "404", description = "There is none, or it is another organisation's")
    public Neighbourhood graph(
            @Parameter(description = "The organisation's own name for it") @PathParam("ref") String ref,
            @Parameter(description = "up: what it leans on; down: what leans on it; both", schema = @Schema(enumeration = {"up", "down", "both"}))
            @QueryParam("direction") @DefaultValue("both") String direction,
            @Parameter(description = "How many edges are followed, 1 to 50", schema = @Schema(minimum = "1", maximum = "50")) @QueryParam("depth") @DefaultValue("3") int depth,
            @Parameter(description = "Whose: needed for liaisons and auditors, your own if left out") @QueryParam("organisation") String organisation) {
        if (depth < 1 || depth > DEEPEST) {
            throw new Problem(400, "bad-parameter", "Unusable parameter", "depth is a number from 1 to " + DEEPEST + ".");
        }
        return register.graph(caller.get(), organisation, ref, directions(direction), depth);
    }

    @PUT
    @Path("/{ref}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.OPERATOR)
    @Operation(operationId = "putAsset", summary = "List an asset, or replace its entry",
            description = "Edges may lead to what is not listed yet, or to other organisations' assets; whether these exist is not told.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = AssetDocument.class), examples = {
            @ExampleObject(name = "time server", value = AssetExamples.TIME_SERVER),
            @ExampleObject(name = "grandmaster clock", value = AssetExamples.GRANDMASTER),
            @ExampleObject(name = "staff telephone", value = AssetExamples.TELEPHONE)}))
    @APIResponse(responseCode = "200", description = "Replaced", content = @Content(schema = @Schema(implementation = AssetDocument.class)))
    @APIResponse(responseCode = "201", description = "Listed", content = @Content(schema = @Schema(implementation = AssetDocument.class)))
    @APIResponse(responseCode = "412", description = "The entry is no longer the one that If-Match names; or there is one, and If-None-Match: * asks for none")
    @APIResponse(responseCode = "413", description = "Over 64 KiB")
    public Response put(
            @Parameter(description = "The organisation's own name for it") @PathParam("ref") String ref,
            @Context HttpHeaders headers, InputStream body) {
        AssetRegister.Written written = register.put(caller.get(), ref, Precondition.of(headers), Body.bytes(body, AssetReader.BODY_BYTES));
        return (written.created() ? Response.created(URI.create("/api/v1/assets/" + ref)) : Response.ok())
                .entity(written.asset()).header(HttpHeaders.ETAG, written.tag().quoted()).build();
    }

    @DELETE
    @Path("/{ref}")
    @RolesAllowed(Role.OPERATOR)
    @Operation(operationId = "deleteAsset", summary = "Strike an asset off the inventory", description = "Reports keep what the inventory said of it when they came.")
    @APIResponse(responseCode = "204", description = "Struck off")
    @APIResponse(responseCode = "404", description = "There is none, or it is another organisation's")
    @APIResponse(responseCode = "412", description = "The entry is no longer the one that If-Match names")
    public void delete(
            @Parameter(description = "The organisation's own name for it") @PathParam("ref") String ref,
            @Parameter(description = IF_MATCH) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        register.remove(caller.get(), ref, Precondition.ifMatch(ifMatch));
    }

    private static Set<Direction> directions(String word) {
        return switch (word) {
            case "up" -> Set.of(Direction.UP);
            case "down" -> Set.of(Direction.DOWN);
            case "both" -> Set.of(Direction.UP, Direction.DOWN);
            default -> throw new Problem(400, "bad-parameter", "Unusable parameter", "direction is one of up, down, both.");
        };
    }
}
