package org.tocsin.evidence;

import io.quarkus.oidc.BearerTokenAuthentication;
import io.quarkus.oidc.Tenant;
import io.quarkus.security.ForbiddenException;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tocsin.audit.TransparencyLog;
import org.tocsin.audit.log.Malformed;
import org.tocsin.audit.log.Note;
import org.tocsin.audit.log.Tile;
import org.tocsin.audit.log.VerifierKey;
import org.tocsin.party.Caller;
import org.tocsin.party.CurrentCaller;
import org.tocsin.party.Role;
import org.tocsin.problem.Problem;

/** The audit log as anybody's program reads it: C2SP tlog-tiles. Who may is decided here, for a log can be made public. */
@Path("/audit/log")
@BearerTokenAuthentication
@Tenant("api")
@Tag(name = "Audit log")
@SecurityRequirement(name = "bearer", scopes = {Role.AUDITOR, Role.WITNESS})
@APIResponse(responseCode = "401", description = "No valid token, and the log is not public")
@APIResponse(responseCode = "403", description = "Wrong role, and the log is not public")
@APIResponse(responseCode = "429", description = "Without a token: more read the public log at this moment than can at once")
public class LogResource {

    private static final MediaType TEXT = new MediaType("text", "plain", "utf-8");
    /** A new one may be there a moment later. */
    private static final String FOR_NOW = "no-cache";
    /** What has been signed never changes. */
    private static final String FOR_EVER = "max-age=31536000, immutable";

    private final TransparencyLog log;
    private final CurrentCaller caller;
    private final PublicReads reads;

    LogResource(TransparencyLog log, CurrentCaller caller, PublicReads reads) {
        this.log = log;
        this.caller = caller;
        this.reads = reads;
    }

    @GET
    @Path("/checkpoint")
    @PermitAll
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(operationId = "getCheckpoint", summary = "What the audit log is now, signed",
            description = "A checkpoint (C2SP tlog-checkpoint): the log's origin, its size, the root of its tree, and signatures, those of "
                    + "witnesses as soon as they are there. For roles auditor and witness, or anyone where the log is public. Keep one: "
                    + "whatever comes later must begin with it.")
    @APIResponse(responseCode = "200", description = "A signed note (C2SP signed-note)",
            content = @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "404", description = "Nothing has been signed yet")
    public Response checkpoint() {
        mustBeAllowed();
        return reads.inTurn(() -> answer(log.checkpoint()));
    }

    @GET
    @Path("/checkpoint/cosigned")
    @PermitAll
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(operationId = "getCosignedCheckpoint", summary = "What the audit log was when witnesses cosigned it last",
            description = "The newest checkpoint that every witness without trouble has cosigned (C2SP tlog-cosignature), a moment older than "
                    + "the newest of all. Whoever trusts a witness is shown by it that everybody is shown the same log.")
    @APIResponse(responseCode = "200", description = "A signed note (C2SP signed-note) with the log's signatures and the witnesses'",
            content = @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "404", description = "No witness has cosigned yet")
    public Response cosigned() {
        mustBeAllowed();
        return reads.inTurn(() -> answer(log.cosigned()));
    }

    private static Response answer(Optional<Note> found) {
        Note note = found.orElseThrow(() -> Problem.notFound("checkpoint").retryAfter(1));
        return Response.ok(note.written(), TEXT).header(HttpHeaders.CACHE_CONTROL, FOR_NOW).build();
    }

    @GET
    @Path("/key")
    @PermitAll
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(operationId = "listLogKeys", summary = "The keys that sign the audit log",
            description = "Verifier keys (C2SP signed-note), one on a line, the current one first. Compare them with what you were told otherwise.")
    @APIResponse(responseCode = "200", description = "name+id+key",
            content = @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = SchemaType.STRING)))
    public Response key() {
        mustBeAllowed();
        String keys = log.keys().stream().map(VerifierKey::written).map(line -> line + "\n").collect(Collectors.joining());
        return Response.ok(keys, TEXT).header(HttpHeaders.CACHE_CONTROL, FOR_NOW).build();
    }

    @GET
    @Path("/tile/{tile: .+}")
    @PermitAll
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(operationId = "getLogTile", summary = "A tile of the audit log's tree, or a bundle of its entries",
            description = "As C2SP tlog-tiles has them: L/N for 256 hashes of level L, L/N.p/W for the W that there are yet, entries/N for the "
                    + "entries themselves; N in groups of three digits, x001/x234/067. An entry is 32 bytes: SHA-256 of a salt and what happened.")
    @APIResponse(responseCode = "200", description = "The bytes; they never change",
            content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "404", description = "The signed tree has no such tile")
    public Response tile(@Parameter(description = "The path of a tile, after tile/") @PathParam("tile") String path) {
        mustBeAllowed();
        Tile tile = tileAt(path);
        return reads.inTurn(() -> {
            byte[] bytes = log.tile(tile).orElseThrow(LogResource::noSuchTile);
            return Response.ok(bytes, MediaType.APPLICATION_OCTET_STREAM_TYPE)
                    .header(HttpHeaders.CACHE_CONTROL, (log.isPublic() ? "public, " : "private, ") + FOR_EVER)
                    .build();
        });
    }

    private static Tile tileAt(String path) {
        try {
            return Tile.parse("tile/" + path);
        } catch (Malformed noTile) {
            throw noSuchTile();
        }
    }

    private static Problem noSuchTile() {
        return Problem.notFound("tile");
    }

    private void mustBeAllowed() {
        if (!log.isPublic()) {
            Caller reader = caller.get();
            if (!reader.is(Role.AUDITOR) && !reader.is(Role.WITNESS)) {
                throw new ForbiddenException();
            }
        }
    }
}
