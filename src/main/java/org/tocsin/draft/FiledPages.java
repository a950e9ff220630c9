package org.tocsin.draft;

import io.quarkus.oidc.AuthorizationCodeFlow;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.tocsin.json.Json;
import org.tocsin.party.CurrentCaller;
import org.tocsin.party.Role;
import org.tocsin.report.ReportReading;
import org.tocsin.report.ReportView;
import org.tocsin.report.page.Said;
import org.tocsin.report.submission.Submission;

/** That a report is filed: its reference, when it came, what happens next, and all that was said. Printed, it is the copy on paper. */
@Path("/reports/{id}/filed")
@AuthorizationCodeFlow
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.OPERATOR)
public class FiledPages {

    /**
     * @param submission as it was sent, and as the report's page shows it
     * @param said       null when it was erased
     */
    public record Sheet(ReportView report, Submission submission, Said said) {

        static Sheet of(ReportView report) {
            Submission submission = Json.MAPPER.convertValue(report.latest().submission(), Submission.class);
            return new Sheet(report, submission, submission == null ? null : Said.of(submission));
        }

        public String severity() {
            return submission == null ? null : Json.word(submission.severity());
        }

        public String tlp() {
            return submission == null ? null : Json.word(submission.tlp());
        }
    }

    @CheckedTemplate(basePath = "draft", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {

        static native TemplateInstance filed(Sheet sheet);

        private Templates() {
        }
    }

    private final CurrentCaller caller;
    private final ReportReading reading;

    FiledPages(CurrentCaller caller, ReportReading reading) {
        this.caller = caller;
        this.reading = reading;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance filed(@PathParam("id") String id) {
        return Templates.filed(Sheet.of(reading.report(caller.get(), id)));
    }
}
