package org.tocsin.draft;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.tocsin.party.CurrentCaller;
import org.tocsin.party.Role;
import org.tocsin.report.ReportReading;
import org.tocsin.report.ReportView;

/** That a report is filed: its reference, when it came, what happens next. Printed, it is a receipt on paper. */
@Path("/reports/{id}/filed")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.OPERATOR)
public class FiledPages {

    @CheckedTemplate(basePath = "draft", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {

        static native TemplateInstance filed(ReportView report, String title);

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
        ReportView report = reading.report(caller.get(), id);
        String title = report.latest().submission() == null ? "" : report.latest().submission().path("title").asText();
        return Templates.filed(report, title);
    }
}
