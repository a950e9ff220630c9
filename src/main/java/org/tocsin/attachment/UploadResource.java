package org.tocsin.attachment;

import io.quarkus.oidc.BearerTokenAuthentication;
import io.quarkus.oidc.Tenant;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tocsin.json.Json;
import org.tocsin.party.Caller;
import org.tocsin.party.CurrentCaller;
import org.tocsin.party.Role;
import org.tocsin.problem.Problem;
import org.tocsin.web.overload.Streamed;

/** An upload that can be gone on with (draft-ietf-httpbis-resumable-upload). */
@Path("/api/v1/reports/{id}/uploads/{upload}")
@BearerTokenAuthentication
@Tenant("api")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Attachments")
@RolesAllowed({Role.OPERATOR, Role.SENSOR, Role.LIAISON})
@APIResponse(responseCode = "403", description = "Wrong role, or an account without organisation")
@APIResponse(responseCode = "404", description = "There is no such upload (any more), or it is another organisation's")
public class UploadResource {

    private static final String REPORT = "The report's id or reference";

    private final CurrentCaller caller;
    private final Uploads uploads;
    private final AttachmentIntake intake;

    UploadResource(CurrentCaller caller, Uploads uploads, AttachmentIntake intake) {
        this.caller = caller;
        this.uploads = uploads;
        this.intake = intake;
    }

    @HEAD
    @Operation(operationId = "getUploadOffset", summary = "How far an upload is", description = "Go on at Upload-Offset. When Upload-Complete is ?1, Content-Location is the attachment.")
    @APIResponse(responseCode = "204", description = "It is there", headers = {
            @Header(name = UploadHeaders.OFFSET, description = "How many bytes are kept", schema = @Schema(type = SchemaType.INTEGER)),
            @Header(name = UploadHeaders.COMPLETE, schema = @Schema(type = SchemaType.STRING)),
            @Header(name = UploadHeaders.LENGTH, schema = @Schema(type = SchemaType.INTEGER)),
            @Header(name = UploadHeaders.LIMIT, description = "How large a file may be", schema = @Schema(type = SchemaType.STRING)),
            @Header(name = "Content-Location", schema = @Schema(type = SchemaType.STRING))})
    public Response where(@Parameter(description = REPORT) @PathParam("id") String id, @Parameter(description = "The upload's id, as Location names it") @PathParam("upload") String name) {
        Upload upload = open(id, name);
        Response.ResponseBuilder answer = Response.noContent()
                .header(UploadHeaders.OFFSET, upload.received)
                .header(UploadHeaders.COMPLETE, UploadHeaders.complete(upload.attachment != null))
                .header(UploadHeaders.LENGTH, upload.length)
                .header(UploadHeaders.LIMIT, UploadHeaders.LIMITS)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (upload.attachment != null) {
            answer.header(HttpHeaders.CONTENT_LOCATION, AttachmentView.url(upload.report, upload.attachment));
        }
        return answer.build();
    }

    @Streamed
    @PATCH
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "continueUpload", summary = "Go on with an upload",
            description = "The body is the next part. What came before a connection broke is kept: ask by HEAD, go on from there. "
                    + "A later request takes over from an earlier one that still hangs.")
    @RequestBody(required = true, content = @Content(mediaType = UploadHeaders.PARTIAL,
            schema = @Schema(type = SchemaType.STRING, format = "binary"),
            examples = @ExampleObject(name = "The next part", value = "2026-11-23T03:12:06Z chronyd[811]: Selected source 198.51.100.7\n")))
    @Parameter(name = UploadHeaders.OFFSET, in = ParameterIn.HEADER, required = true, schema = @Schema(type = SchemaType.INTEGER, format = "int64"),
            description = "Where this part begins, in bytes: as HEAD says")
    @Parameter(name = UploadHeaders.COMPLETE, in = ParameterIn.HEADER, required = true, schema = @Schema(type = SchemaType.STRING, enumeration = {"?0", "?1"}),
            description = "?1 when the file ends with this part")
    @Parameter(name = ExpectedDigest.OF_THIS_PART, in = ParameterIn.HEADER, schema = @Schema(type = SchemaType.STRING),
            description = "SHA-256 of this part (RFC 9530). If it differs, the upload is thrown away")
    @APIResponse(responseCode = "201", description = "That was the last part: attached",
            headers = @Header(name = UploadHeaders.COMPLETE, schema = @Schema(type = SchemaType.STRING)), content = @Content(schema = @Schema(implementation = AttachmentView.class)))
    @APIResponse(responseCode = "204", description = "Kept; Upload-Offset says how far it is", headers = {
            @Header(name = UploadHeaders.OFFSET, description = "How many bytes are kept", schema = @Schema(type = SchemaType.INTEGER)),
            @Header(name = UploadHeaders.COMPLETE, schema = @Schema(type = SchemaType.STRING))})
    @APIResponse(responseCode = "400", description = "The connection ended early, a header is missing, or the length is not Upload-Length")
    @APIResponse(responseCode = "409", description = "Not at this place, complete already, taken over by another request, or too many attachments")
    @APIResponse(responseCode = "413", description = "Over 25 MiB")
    @APIResponse(responseCode = "415", description = "Not application/partial-upload")
    @APIResponse(responseCode = "422", description = "No bytes, or not the digest that was named")
    public Response goOn(@Parameter(description = REPORT) @PathParam("id") String id, @Parameter(description = "The upload's id, as Location names it") @PathParam("upload") String name,
            @Context HttpHeaders headers, InputStream body) {
        Caller sender = caller.get();
        open(id, name);
        checkType(headers.getMediaType());
        boolean last = UploadHeaders.mustSayComplete(headers.getHeaderString(UploadHeaders.COMPLETE));
        long offset = UploadHeaders.mustSayOffset(headers.getHeaderString(UploadHeaders.OFFSET));
        Turn turn = uploads.take(sender, id, name, offset);
        AttachmentIntake.Progress progress = intake.goOn(sender, turn, AttachmentResource.part(headers), last, body);
        return progress.attached().map(UploadResource::attached)
                .orElseGet(() -> Response.noContent()
                        .header(UploadHeaders.OFFSET, progress.received())
                        .header(UploadHeaders.COMPLETE, UploadHeaders.complete(false))
                        .build());
    }

    @DELETE
    @Operation(operationId = "cancelUpload", summary = "Give an upload up", description = "Its bytes are removed. An attachment that it became stays.")
    @APIResponse(responseCode = "204", description = "Given up")
    @APIResponse(responseCode = "409", description = "It is complete")
    public void giveUp(@Parameter(description = REPORT) @PathParam("id") String id, @Parameter(description = "The upload's id, as Location names it") @PathParam("upload") String name) {
        Upload upload = open(id, name);
        intake.discard(uploads.take(caller.get(), id, name, upload.received));
    }

    private Upload open(String report, String name) {
        Upload upload = uploads.visible(caller.get(), report, name);
        if (upload.ended) {
            throw Problem.notFound("upload");
        }
        return upload;
    }

    static Response attached(Attached attached) {
        return Response.created(attached.url())
                .entity(attached.answer())
                .header(HttpHeaders.ETAG, Json.read(attached.answer(), AttachmentView.class).entityTag().quoted())
                .header(UploadHeaders.COMPLETE, UploadHeaders.complete(true))
                .build();
    }

    private static void checkType(MediaType type) {
        if (type == null || !UploadHeaders.PARTIAL.equals(type.getType() + "/" + type.getSubtype())) {
            throw new Problem(415, "unsupported-media-type", "Unsupported media type", "Send the part as Content-Type: " + UploadHeaders.PARTIAL + ".");
        }
    }
}
