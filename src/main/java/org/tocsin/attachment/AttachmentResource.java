package org.tocsin.attachment;

import io.quarkus.oidc.BearerTokenAuthentication;
import io.quarkus.oidc.Tenant;
import io.quarkus.vertx.http.Uncompressed;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;
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
import org.tocsin.party.CurrentCaller;
import org.tocsin.party.Role;
import org.tocsin.web.overload.LargeAnswer;
import org.tocsin.web.overload.Streamed;

@Path("/api/v1/reports/{id}/attachments")
@BearerTokenAuthentication
@Tenant("api")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Attachments")
@APIResponse(responseCode = "403", description = "Wrong role, or an account without organisation")
@APIResponse(responseCode = "404", description = "There is no such report or attachment, or it is another organisation's")
public class AttachmentResource {

    private static final String REPORT = "The report's id or reference";

    private final CurrentCaller caller;
    private final AttachmentIntake intake;
    private final AttachmentReading reading;
    private final Download download;

    AttachmentResource(CurrentCaller caller, AttachmentIntake intake, AttachmentReading reading, Download download) {
        this.caller = caller;
        this.intake = intake;
        this.reading = reading;
        this.download = download;
    }

    @Streamed
    @POST
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Role.OPERATOR, Role.SENSOR, Role.LIAISON})
    @Operation(operationId = "addReportAttachment", summary = "Attach a file to a report",
            description = "The body is the file itself, of any type; a report has up to 10 of up to 25 MiB each. The same name and bytes "
                    + "again get the first answer. With Upload-Complete: ?0 the file is only begun, and can be gone on with at the "
                    + "address that Location names, also after the connection broke (draft-ietf-httpbis-resumable-upload). "
                    + "A liaison attaches to a report that it holds; the operator sees it. "
                    + "An attachment is evidence: nobody deletes one, only retention and erasure do.")
    @RequestBody(required = true, description = "The file", content = @Content(mediaType = "text/plain",
            schema = @Schema(type = SchemaType.STRING, format = "binary", description = "1 byte to 25 MiB"),
            examples = @ExampleObject(name = "A log", value = """
                    2026-11-23T03:12:04Z chronyd[811]: Source 192.0.2.10 offset changed from 0.000012 s to 0.131007 s
                    2026-11-23T03:12:05Z chronyd[811]: Can't synchronise: no majority
                    """)))
    @Parameter(name = "Content-Disposition", in = ParameterIn.HEADER, schema = @Schema(type = SchemaType.STRING),
            description = "The file's name, if ?name= does not say it: attachment; filename=\"chrony.log\" or filename*= (RFC 6266, RFC 8187)")
    @Parameter(name = ExpectedDigest.OF_THE_WHOLE, in = ParameterIn.HEADER, schema = @Schema(type = SchemaType.STRING),
            description = "SHA-256 of the whole file (RFC 9530): sha-256=:…:. Checked before it is attached")
    @Parameter(name = ExpectedDigest.OF_THIS_PART, in = ParameterIn.HEADER, schema = @Schema(type = SchemaType.STRING),
            description = "SHA-256 of this body (RFC 9530)")
    @Parameter(name = UploadHeaders.COMPLETE, in = ParameterIn.HEADER, schema = @Schema(type = SchemaType.STRING, enumeration = {"?0", "?1"}),
            description = "?0: this is only the beginning, which may be empty. Left out: this is all of it")
    @Parameter(name = UploadHeaders.LENGTH, in = ParameterIn.HEADER, schema = @Schema(type = SchemaType.INTEGER, format = "int64", maximum = "26214400"),
            description = "How many bytes the whole file has, if it is known")
    @APIResponse(responseCode = "201", description = "Attached, or attached before, and this is the first answer again. "
            + "With Upload-Complete: ?0: begun, Location says where to go on, and there is no body",
            headers = {@Header(name = UploadHeaders.OFFSET, description = "How many bytes are kept", schema = @Schema(type = SchemaType.INTEGER)),
                    @Header(name = UploadHeaders.COMPLETE, description = "Whether that was all of it", schema = @Schema(type = SchemaType.STRING)),
                    @Header(name = UploadHeaders.LIMIT, description = "How large a file may be", schema = @Schema(type = SchemaType.STRING))},
            content = @Content(schema = @Schema(implementation = AttachmentView.class)))
    @APIResponse(responseCode = "400", description = "The connection ended early, or a header cannot be read")
    @APIResponse(responseCode = "409", description = "The report has 10 attachments, or 10 uploads under way; or the liaison does not hold it")
    @APIResponse(responseCode = "413", description = "Over 25 MiB")
    @APIResponse(responseCode = "422", description = "No bytes, no usable name, or not the digest that was named")
    public Response attach(
            @Parameter(description = REPORT) @PathParam("id") String id,
            @Parameter(description = "What the file is called, up to 200 characters. Directories and control characters are taken out",
                    example = "chrony.log") @QueryParam("name") String name,
            @Context HttpHeaders headers, InputStream body) {
        boolean last = UploadHeaders.complete(headers.getHeaderString(UploadHeaders.COMPLETE)).orElse(true);
        if (last) {
            UploadHeaders.number(HttpHeaders.CONTENT_LENGTH, headers.getHeaderString(HttpHeaders.CONTENT_LENGTH))
                    .ifPresent(AttachmentRules::checkSize);
        }
        AttachmentIntake.Progress progress = intake.begin(caller.get(), id, wanted(name, headers),
                part(headers), last, body);
        return progress.attached().map(UploadResource::attached)
                .orElseGet(() -> Response.created(URI.create("/api/v1/reports/" + id + "/uploads/" + progress.upload()))
                        .header(UploadHeaders.OFFSET, progress.received())
                        .header(UploadHeaders.COMPLETE, UploadHeaders.complete(false))
                        .header(UploadHeaders.LIMIT, UploadHeaders.LIMITS)
                        .build());
    }

    static Optional<byte[]> part(HttpHeaders headers) {
        return ExpectedDigest.read(ExpectedDigest.OF_THIS_PART, headers.getHeaderString(ExpectedDigest.OF_THIS_PART));
    }

    private static NewUpload wanted(String name, HttpHeaders headers) {
        return new NewUpload(FileName.of(name, headers.getHeaderString(HttpHeaders.CONTENT_DISPOSITION)),
                FileTypes.declared(headers.getHeaderString(HttpHeaders.CONTENT_TYPE)),
                UploadHeaders.number(UploadHeaders.LENGTH, headers.getHeaderString(UploadHeaders.LENGTH)),
                ExpectedDigest.read(ExpectedDigest.OF_THE_WHOLE, headers.getHeaderString(ExpectedDigest.OF_THE_WHOLE)));
    }

    @GET
    @RolesAllowed({Role.OPERATOR, Role.SENSOR, Role.LIAISON, Role.AUDITOR})
    @Operation(operationId = "listReportAttachments", summary = "A report's attachments", description = "In the order in which they were added; at most 10.")
    @APIResponse(responseCode = "200", description = "The attachments; an empty list when there is none")
    public List<AttachmentView> attachments(@Parameter(description = REPORT) @PathParam("id") String id) {
        return reading.of(caller.get(), id);
    }

    @GET
    @Path("/{attachment}")
    @RolesAllowed({Role.OPERATOR, Role.SENSOR, Role.LIAISON, Role.AUDITOR})
    @Operation(operationId = "getReportAttachment", summary = "What is known of an attachment")
    @APIResponse(responseCode = "200", description = "The attachment, without its bytes")
    public AttachmentView attachment(@Parameter(description = REPORT) @PathParam("id") String id, @Parameter(description = "The attachment's id") @PathParam("attachment") String attachment) {
        return reading.one(caller.get(), id, attachment).view();
    }

    @GET
    @Path("/{attachment}/content")
    @Produces(MediaType.WILDCARD)
    @LargeAnswer
    @Uncompressed
    @RolesAllowed({Role.OPERATOR, Role.SENSOR, Role.LIAISON, Role.AUDITOR})
    @Operation(operationId = "downloadReportAttachment", summary = "The file itself",
            description = "Whole, or the part that Range names. The ETag is its SHA-256. Tocsin-Attachment-State says clean, or "
                    + "not-scanned when there was no malware scanner.")
    @Parameter(name = "Range", in = ParameterIn.HEADER, schema = @Schema(type = SchemaType.STRING), description = "One range of bytes: bytes=0-1023")
    @Parameter(name = "If-Range", in = ParameterIn.HEADER, schema = @Schema(type = SchemaType.STRING), description = "The ETag: the range counts only while it is the same")
    @Parameter(name = "If-None-Match", in = ParameterIn.HEADER, schema = @Schema(type = SchemaType.STRING), description = "The ETag of what you have")
    @APIResponse(responseCode = "200", description = "All of it",
            headers = {@Header(name = "Accept-Ranges", description = "bytes", schema = @Schema(type = SchemaType.STRING)),
                    @Header(name = Download.STATE, description = "clean, or not-scanned", schema = @Schema(type = SchemaType.STRING))},
            content = @Content(mediaType = "*/*", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "206", description = "The part",
            headers = {@Header(name = "Accept-Ranges", description = "bytes", schema = @Schema(type = SchemaType.STRING)),
                    @Header(name = Download.STATE, description = "clean, or not-scanned", schema = @Schema(type = SchemaType.STRING)),
                    @Header(name = "Content-Range", description = "Which part of how many bytes (RFC 9110 section 14.4)", schema = @Schema(type = SchemaType.STRING))},
            content = @Content(mediaType = "*/*", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "304", description = "You have it")
    @APIResponse(responseCode = "403", description = "Wrong role; or infected, and given to nobody")
    @APIResponse(responseCode = "409", description = "Not scanned yet")
    @APIResponse(responseCode = "410", description = "Erased")
    @APIResponse(responseCode = "412", description = "If-Match or If-Unmodified-Since demands another state of the file")
    @APIResponse(responseCode = "416", description = "There is no such part",
            headers = @Header(name = "Content-Range", description = "Which part of how many bytes (RFC 9110 section 14.4)", schema = @Schema(type = SchemaType.STRING)))
    public Response content(@Parameter(description = REPORT) @PathParam("id") String id, @Parameter(description = "The attachment's id") @PathParam("attachment") String attachment,
            @Context HttpHeaders headers, @Context Request conditions) {
        return download.of(caller.get(), id, attachment, headers, conditions);
    }
}
