package org.tocsin.peer;

import io.quarkus.oidc.BearerTokenAuthentication;
import io.quarkus.oidc.Tenant;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tocsin.delivery.channel.CertAnswer;
import org.tocsin.delivery.channel.ContentDigest;
import org.tocsin.delivery.channel.SubmissionSignature;
import org.tocsin.json.Body;
import org.tocsin.party.CurrentCaller;
import org.tocsin.party.Role;

@Path("/cert/v1/submissions")
@BearerTokenAuthentication
@Tenant("cert")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.PEER)
@Tag(name = "CERT intake", description = "How another Tocsin, or any client of this protocol, hands us reports: docs/cert-intake.md")
@APIResponse(responseCode = "401", description = "No valid token, or one that is not bound to the connection's certificate")
@APIResponse(responseCode = "403", description = "Wrong role, no client certificate, or an unknown peer")
public class PeerResource {

    private final CurrentCaller caller;
    private final PeerIntake intake;
    private final PeerReading reading;

    PeerResource(CurrentCaller caller, PeerIntake intake, PeerReading reading) {
        this.caller = caller;
        this.intake = intake;
        this.reading = reading;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "submitRevision", summary = "Hand over one revision of a report",
            description = "Answered when it is on disk. The same delivery id with the same document gets the same answer.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = CertSubmission.class),
            examples = @ExampleObject(name = "first revision", value = PeerExamples.FIRST_REVISION)))
    @APIResponse(responseCode = "201", description = "Taken in, with our signed receipt",
            content = @Content(schema = @Schema(implementation = CertAnswer.class)))
    @APIResponse(responseCode = "400", description = "Not JSON, or no usable delivery id")
    @APIResponse(responseCode = "413", description = "Over 2 MiB")
    @APIResponse(responseCode = "422", description = "Digest, signature, audience or document are not right; "
            + "or the delivery id was used for another document")
    public Response submit(
            @Parameter(description = "The delivery id, a UUID") @HeaderParam("Idempotency-Key") String deliveryId,
            @Parameter(description = "RFC 9530, with sha-256") @HeaderParam(ContentDigest.HEADER) String digest,
            @Parameter(description = "Detached JWS over the body; its header names aud, deliveryId and iat")
            @HeaderParam(SubmissionSignature.HEADER) String signature,
            InputStream body) {
        Handover handover = new Handover(deliveryId, digest, signature,
                Body.bytes(body, PeerIntake.LIMIT_BYTES));
        PeerSubmission submission = intake.accept(caller.get(), handover);
        return Response.created(URI.create("/cert/v1/submissions/" + submission.id))
                .entity(submission.answer)
                .build();
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getSubmission", summary = "How a submission stands")
    @APIResponse(responseCode = "200", description = "State, case reference and open questions")
    @APIResponse(responseCode = "404", description = "There is none, or it is another peer's")
    public SubmissionStatus status(@Parameter(description = "As the answer to the submission said") @PathParam("id") String id) {
        return reading.status(caller.get(), id);
    }
}
