package org.tocsin.witness;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.tocsin.audit.log.AddCheckpoint;
import org.tocsin.limit.Limits;
import org.tocsin.party.Caller;
import org.tocsin.party.CurrentCaller;
import org.tocsin.party.Role;
import org.tocsin.problem.Problem;

/**
 * This instance as a witness of others' logs. C2SP tlog-witness describes it, and not our API description: its answer 409 is a
 * size and no problem document. By that text nobody shows a token here; the log's signature says who asks.
 */
@Path("/audit/witness")
public class WitnessResource {

    private static final MediaType TEXT = new MediaType("text", "plain", "utf-8");
    /** More than 63 hashes and a good many signatures, also of the largest kinds: ML-DSA-44 needs 3.2 KiB as it is written. */
    private static final int MOST_BYTES = 128 * 1024;

    private final Witnessing witnessing;
    private final WitnessedLogs logs;
    private final WitnessConfig config;
    private final CurrentCaller caller;
    private final Limits limits;

    WitnessResource(Witnessing witnessing, WitnessedLogs logs, WitnessConfig config, CurrentCaller caller, Limits limits) {
        this.witnessing = witnessing;
        this.logs = logs;
        this.config = config;
        this.caller = caller;
        this.limits = limits;
    }

    @POST
    @Path("/" + AddCheckpoint.PATH)
    @PermitAll
    @Operation(hidden = true)
    public Response addCheckpoint(InputStream body, @Context HttpServerRequest request) {
        limits.demand(address(request));
        Verdict verdict = witnessing.consider(read(body));
        if (verdict instanceof Verdict.Cosigned cosigned) {
            return Response.ok(cosigned.line().written(), TEXT).build();
        }
        if (verdict instanceof Verdict.OtherSize other) {
            return Response.status(Response.Status.CONFLICT).type(AddCheckpoint.SIZE_TYPE).entity(other.size() + "\n").build();
        }
        throw ((Verdict.Refused) verdict).problem();
    }

    @GET
    @Path("/{originHash: [0-9a-f]{64}}/checkpoint")
    @PermitAll
    @Operation(hidden = true)
    public Response checkpoint(@PathParam("originHash") String originHash) {
        mustBeAllowed();
        return witnessing.last(originHash)
                .map(note -> Response.ok(note, TEXT).header(HttpHeaders.CACHE_CONTROL, "no-cache").build())
                .orElseThrow(() -> Problem.notFound("checkpoint"));
    }

    /** Our own verifier key; it is no secret. */
    @GET
    @Path("/key")
    @PermitAll
    @Operation(hidden = true)
    public Response key() {
        return logs.cosigner()
                .map(cosigner -> Response.ok(cosigner.key().written() + "\n", TEXT).header(HttpHeaders.CACHE_CONTROL, "no-cache").build())
                .orElseThrow(() -> Problem.notFound("key"));
    }

    private static byte[] read(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw Problem.tooLarge(MOST_BYTES);
            }
            return bytes;
        } catch (IOException gone) {
            // Whoever asked has gone away, and reads no answer.
            throw Verdict.malformed("it ends in the middle").problem();
        }
    }

    private static InetAddress address(HttpServerRequest request) {
        try {
            // An address as the connection has it is not looked up anywhere.
            return InetAddress.getByName(request.remoteAddress().hostAddress());
        } catch (UnknownHostException noAddress) {
            throw new IllegalStateException(noAddress);
        }
    }

    private void mustBeAllowed() {
        if (!config.isPublic()) {
            Caller reader = caller.get();
            if (!reader.is(Role.AUDITOR) && !reader.is(Role.WITNESS)) {
                throw new ForbiddenException();
            }
        }
    }
}
