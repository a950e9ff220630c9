package org.tocsin.draft;

import io.quarkus.oidc.AuthorizationCodeFlow;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.tocsin.party.Caller;
import org.tocsin.party.CurrentCaller;
import org.tocsin.party.Role;
import org.tocsin.question.QuestionReading;
import org.tocsin.question.QuestionView;
import org.tocsin.report.ReportItem;
import org.tocsin.report.ReportListing;

/** Where an operator begins: one large way in, and what waits for it. */
@Path("/start")
@AuthorizationCodeFlow
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.OPERATOR)
public class StartPages {

    private static final int SHOWN = 10;

    /** @param title empty while none was typed */
    public record Begun(UUID id, String title, boolean revision, Instant touchedAt) {
    }

    public record Sheet(List<QuestionView> questions, List<Begun> drafts, List<ReportItem> reports) {
    }

    @CheckedTemplate(basePath = "draft", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {

        static native TemplateInstance start(Sheet sheet);

        private Templates() {
        }
    }

    private final CurrentCaller caller;
    private final Drafts drafts;
    private final QuestionReading questions;
    private final ReportListing reports;

    StartPages(CurrentCaller caller, Drafts drafts, QuestionReading questions, ReportListing reports) {
        this.caller = caller;
        this.drafts = drafts;
        this.questions = questions;
        this.reports = reports;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance start() {
        Caller operator = caller.get();
        List<Begun> begun = drafts.of(operator).stream()
                .map(draft -> new Begun(draft.id, Drafts.typed(draft).text("/title"), draft.report != null, draft.touchedAt)).toList();
        return Templates.start(new Sheet(questions.page(operator, "open", null, SHOWN).items(), begun, reports.newest(operator, SHOWN)));
    }
}
