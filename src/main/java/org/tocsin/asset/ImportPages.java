package org.tocsin.asset;

import io.quarkus.oidc.AuthorizationCodeFlow;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.tocsin.json.Body;
import org.tocsin.party.CurrentCaller;
import org.tocsin.party.Role;
import org.tocsin.problem.Fault;
import org.tocsin.problem.Problem;
import org.tocsin.web.overload.Expensive;

/**
 * A file into the inventory, in two steps: tried first, with what it would change shown; then, if the person agrees, taken.
 * The second form carries the file and the digest of what was shown: if the inventory changed between them, what it would
 * change now is shown again.
 */
@Path("/assets/import")
@AuthorizationCodeFlow
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.OPERATOR)
public class ImportPages {

    private final CurrentCaller caller;
    private final AssetImport importing;

    ImportPages(CurrentCaller caller, AssetImport importing) {
        this.caller = caller;
        this.importing = importing;
    }

    @GET
    @Operation(hidden = true)
    public Response blank() {
        return Response.ok(AssetTemplates.importing(ImportSheet.blank())).build();
    }

    @Expensive
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response tried(@RestForm("file") FileUpload file, @RestForm("mode") String mode, @RestForm("format") String format) {
        String name = file == null || file.fileName() == null ? "" : file.fileName();
        try {
            if (name.isEmpty() || file.size() == 0) {
                throw Problem.invalid("file", List.of(new Fault("", "empty-file", "Choose a file that is not empty.")));
            }
            byte[] bytes = bytes(file);
            return shown(200, mode, format, name, bytes, false);
        } catch (Problem problem) {
            return page(problem.status(), new ImportSheet(mode, format, name, problem, null, null, false));
        }
    }

    @Expensive
    @POST
    @Path("/confirm")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response confirmed(@FormParam("packed") String packed, @FormParam("seen") String seen, @FormParam("mode") String mode,
            @FormParam("format") String format, @FormParam("name") String name) {
        byte[] file = PackedFile.unpack(String.valueOf(packed), ImportReader.BODY_BYTES)
                .orElseThrow(() -> new Problem(400, "bad-form", "Unusable form", "The form did not carry the file. Choose it again."));
        try {
            importing.take(caller.get(), order(false, mode, format, file), file, String.valueOf(seen));
            return Response.seeOther(URI.create("/assets?told=imported")).build();
        } catch (Problem problem) {
            return problem.status() == Response.Status.CONFLICT.getStatusCode()
                    ? shown(problem.status(), mode, format, name, file, true)
                    : page(problem.status(), new ImportSheet(mode, format, name, problem, null, null, false));
        }
    }

    private Response shown(int status, String mode, String format, String name, byte[] file, boolean changed) {
        ImportResult result = importing.take(caller.get(), order(true, mode, format, file), file);
        return page(status, new ImportSheet(mode, format, name, null, result, PackedFile.pack(file), changed));
    }

    private static Response page(int status, ImportSheet sheet) {
        return Response.status(status).entity(AssetTemplates.importing(sheet)).build();
    }

    private static ImportOrder order(boolean dryRun, String mode, String format, byte[] file) {
        return ImportOrder.of(Boolean.toString(dryRun), String.valueOf(mode), String.valueOf(format),
                isJson(file) ? MediaType.APPLICATION_JSON : "text/csv", null);
    }

    /** A table begins with the name of a column. */
    private static boolean isJson(byte[] file) {
        String start = new String(file, 0, Math.min(file.length, 64), StandardCharsets.UTF_8).replace("\uFEFF", "").strip();
        return start.startsWith("{") || start.startsWith("[");
    }

    private static byte[] bytes(FileUpload file) {
        try (InputStream uploaded = Files.newInputStream(file.uploadedFile())) {
            return Body.bytes(uploaded, ImportReader.BODY_BYTES);
        } catch (IOException gone) {
            throw new UncheckedIOException("an uploaded file could not be read", gone);
        }
    }
}
