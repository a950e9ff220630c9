package org.tocsin.draft;

import io.quarkus.oidc.AuthorizationCodeFlow;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.tocsin.party.CurrentCaller;
import org.tocsin.problem.Problem;

/** Offers a form again that came when its sender's session had ended. The person looks at it, and sends it. */
@Path("/parked/{id}")
@AuthorizationCodeFlow
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class ParkedPages {

    /** @param shown those that the person typed or chose; the others go along unseen */
    public record Sheet(String action, List<ParkedForm.Field> fields, List<DraftSheet.Line> shown) {
    }

    @CheckedTemplate(basePath = "draft", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {

        static native TemplateInstance parked(Sheet sheet);

        private Templates() {
        }
    }

    private final CurrentCaller caller;
    private final Parking parking;

    ParkedPages(CurrentCaller caller, Parking parking) {
        this.caller = caller;
        this.parking = parking;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance parked(@PathParam("id") String id) {
        ParkedForm form = parking.find(caller.get().id(), id).orElseThrow(() -> Problem.notFound("form"));
        return Templates.parked(new Sheet(form.action(), form.fields(), ParkedWords.of(form.fields())));
    }
}
