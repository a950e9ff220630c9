package org.tocsin.behalf;

import io.quarkus.oidc.AuthorizationCodeFlow;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.tocsin.party.Caller;
import org.tocsin.party.CurrentCaller;
import org.tocsin.party.Organisations;
import org.tocsin.party.Role;
import org.tocsin.problem.Problem;
import org.tocsin.web.IdempotencyKey;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.time.Now;

/** A liaison has the operator on the telephone and writes the report for it: the same act as of {@link BehalfResource}. */
@Path("/behalf")
@AuthorizationCodeFlow
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.LIAISON)
public class CallPages {

    @CheckedTemplate(basePath = "behalf", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {

        static native TemplateInstance takeCall(CallForm form, Map<String, String> organisations);

        private Templates() {
        }
    }

    private final CurrentCaller caller;
    private final BehalfIntake intake;
    private final BehalfReading reading;
    private final Organisations organisations;
    private final Transactions transactions;
    private final Now now;

    CallPages(CurrentCaller caller, BehalfIntake intake, BehalfReading reading, Organisations organisations, Transactions transactions, Now now) {
        this.caller = caller;
        this.intake = intake;
        this.reading = reading;
        this.organisations = organisations;
        this.transactions = transactions;
        this.now = now;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance blank() {
        return page(CallForm.begun(UUID.randomUUID().toString(), now.instant()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response file(MultivaluedMap<String, String> sent) {
        Caller liaison = caller.get();
        CallForm form = new CallForm(sent, IdempotencyKey.usable(String.valueOf(sent.getFirst("key"))), null);
        try {
            byte[] call = CallSheet.read(form).toString().getBytes(StandardCharsets.UTF_8);
            UUID report = intake.file(liaison, BehalfResource.FILING.read(call), Optional.of(form.key())).report();
            return Response.seeOther(URI.create("/reports/" + reading.of(liaison, report.toString()).reference())).build();
        } catch (Problem refused) {
            return Response.status(refused.status()).entity(page(form.refused(refused))).build();
        }
    }

    private TemplateInstance page(CallForm form) {
        return Templates.takeCall(form, transactions.seeing(Sight.all(), organisations::names));
    }
}
