package org.tocsin.attachment;

import io.quarkus.oidc.AuthorizationCodeFlow;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.tocsin.party.Caller;
import org.tocsin.party.CurrentCaller;
import org.tocsin.party.Role;
import org.tocsin.problem.Problem;
import org.tocsin.report.ReportPage;

/**
 * Attaching files on a report's page. A browser sends a form in one piece, which waits in a file of its own until it is
 * whole, and is taken in from there piece by piece.
 */
@Path("/reports/{id}/attachments")
@AuthorizationCodeFlow
@Produces(MediaType.TEXT_HTML)
public class AttachPages {

    private final CurrentCaller caller;
    private final AttachmentIntake intake;
    private final AttachmentReading reading;
    private final ReportPage page;

    AttachPages(CurrentCaller caller, AttachmentIntake intake, AttachmentReading reading, ReportPage page) {
        this.caller = caller;
        this.intake = intake;
        this.reading = reading;
        this.page = page;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({Role.OPERATOR, Role.LIAISON})
    @Operation(hidden = true)
    public Response attach(@PathParam("id") String id, @RestForm("file") List<FileUpload> files) {
        Caller person = caller.get();
        try {
            UploadedForm.chosen(files, reading.of(person, id).size()).forEach(file -> attach(person, id, file));
            return Response.seeOther(URI.create("/reports/" + id + "#" + AttachmentSection.ID)).build();
        } catch (Problem refused) {
            if (refused.status() == Response.Status.NOT_FOUND.getStatusCode()) {
                throw refused; // then there is no page to bring back
            }
            return page.refused(person, id, refused, AttachmentSection.ID);
        }
    }

    private void attach(Caller person, String report, FileUpload file) {
        NewUpload wanted = UploadedForm.wanted(file);
        try (InputStream bytes = Files.newInputStream(file.uploadedFile())) {
            intake.begin(person, report, wanted, Optional.empty(), true, bytes);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("an uploaded file cannot be read", unreadable);
        }
    }
}
