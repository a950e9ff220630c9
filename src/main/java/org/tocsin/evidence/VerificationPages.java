package org.tocsin.evidence;

import io.quarkus.oidc.AuthorizationCodeFlow;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.tocsin.audit.Stamps;
import org.tocsin.audit.TransparencyLog;
import org.tocsin.audit.log.Malformed;
import org.tocsin.audit.verify.EvidenceFile;
import org.tocsin.audit.verify.Finding;
import org.tocsin.audit.verify.Trusted;
import org.tocsin.json.Body;
import org.tocsin.json.Json;
import org.tocsin.party.CurrentCaller;
import org.tocsin.party.Role;
import org.tocsin.problem.Problem;
import org.tocsin.seal.Seal;
import org.tocsin.seal.TrustedKeys;
import org.tocsin.web.overload.Expensive;

/**
 * Checks evidence in the page, with the code of {@code bin/verify} and its words: of a report as it is here now, or in a file
 * that somebody kept. It changes nothing, so the answer to the form is the result. Whoever does not trust this service
 * runs the program on a machine of their own.
 */
@Path("/audit/verification")
@AuthorizationCodeFlow
@RolesAllowed({Role.AUDITOR, Role.LIAISON})
public class VerificationPages {

    private static final int FILE_BYTES = 32 << 20;

    private final CurrentCaller caller;
    private final EvidenceGathering gathering;
    private final TransparencyLog log;
    private final Stamps stamps;
    private final Seal seal;

    VerificationPages(CurrentCaller caller, EvidenceGathering gathering, TransparencyLog log, Stamps stamps, Seal seal) {
        this.caller = caller;
        this.gathering = gathering;
        this.log = log;
        this.stamps = stamps;
        this.seal = seal;
    }

    @Expensive
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Response verify(@RestForm("report") String report, @RestForm("evidence") FileUpload file) {
        boolean isFile = file != null && file.size() > 0;
        String name = isFile ? Objects.requireNonNullElse(file.fileName(), "evidence") : report == null ? "" : report.strip();
        if (name.isEmpty()) {
            return page(400, VerificationSheet.refused("", "Name a report, or choose a file of evidence."));
        }
        try {
            byte[] evidence = isFile ? bytes(file) : Json.MAPPER.writeValueAsBytes(gathering.evidence(caller.get(), name));
            List<String> asides = new ArrayList<>();
            Trusted trusted = new Trusted(Optional.of(log.keys()), List.of(), stamps.authorities(), Optional.of(TrustedKeys.of(seal.publicKeys())), Optional.empty());
            List<Finding> findings = EvidenceFile.verify(evidence, trusted, asides::add);
            return page(200, new VerificationSheet(name, isFile, findings, asides, null));
        } catch (Malformed notEvidence) {
            return page(422, VerificationSheet.refused(name, "This is no file of evidence: " + notEvidence.getMessage() + "."));
        } catch (Problem refused) {
            return page(refused.status(), VerificationSheet.refused(name, refused.getMessage()));
        } catch (IOException impossible) {
            throw new UncheckedIOException("evidence cannot be written", impossible);
        }
    }

    private static Response page(int status, VerificationSheet sheet) {
        return Response.status(status).entity(EvidenceTemplates.verification(sheet)).build();
    }

    private static byte[] bytes(FileUpload file) throws IOException {
        try (InputStream uploaded = Files.newInputStream(file.uploadedFile())) {
            return Body.bytes(uploaded, FILE_BYTES);
        }
    }
}
