package org.tocsin.draft;

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
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.tocsin.party.Caller;
import org.tocsin.party.CurrentCaller;
import org.tocsin.party.Role;
import org.tocsin.problem.Fault;
import org.tocsin.problem.Problem;
import org.tocsin.report.Accepted;
import org.tocsin.report.ReportIntake;
import org.tocsin.report.ReportReading;
import org.tocsin.time.Now;
import org.tocsin.web.IdempotencyKey;
import org.tocsin.web.ProblemWords;
import org.tocsin.web.Tongue;
import org.tocsin.web.TypedMoment;

/**
 * The early warning on one screen: no more than NIS2 Art. 23(4)(a) asks for, and a telephone number. It takes the same way in
 * as a report that a machine sends. Its key is made with the page, so that pressing <i>send</i> twice files once.
 */
@Path("/reports/new")
@AuthorizationCodeFlow
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.OPERATOR)
public class EarlyWarningPages {

    /** @param refusal what was refused as a whole, in words; null when nothing was */
    public record Sheet(Form form, String key, List<TypedMoment.Zone> zones, String refusal) {

        public List<String> answers() {
            return List.of("yes", "no", "unknown");
        }
    }

    /** As they stand on the page, and so in the summary of what is wrong. */
    private static final List<String> ORDER = List.of("/title", "/awareAt", "/suspectedMalicious", "/crossBorder", "/contact/phone");

    @CheckedTemplate(basePath = "draft", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {

        static native TemplateInstance earlyWarning(Sheet sheet);

        private Templates() {
        }
    }

    private final CurrentCaller caller;
    private final ReportIntake intake;
    private final ReportReading reading;
    private final Drafts drafts;
    private final Tongue tongue;
    private final Now now;

    EarlyWarningPages(CurrentCaller caller, ReportIntake intake, ReportReading reading, Drafts drafts, Tongue tongue, Now now) {
        this.caller = caller;
        this.intake = intake;
        this.reading = reading;
        this.drafts = drafts;
        this.tongue = tongue;
        this.now = now;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance form() {
        Typed typed = Typed.empty();
        typed.put("/awareAt", TypedTime.now(now.instant()));
        return page(typed, List.of(), UUID.randomUUID().toString(), null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response send(MultivaluedMap<String, String> form) {
        String key = IdempotencyKey.usable(String.valueOf(form.getFirst("key")));
        Typed typed = Typed.empty();
        Zones.remember(typed, form);
        typed.take(form);
        if (form.containsKey("language")) {
            Optional<NewCookie> cookie = tongue.change(form.getFirst("language"));
            Response.ResponseBuilder answer = Response.ok(page(typed, List.of(), key, null));
            cookie.ifPresent(answer::cookie);
            return answer.build();
        }
        Caller operator = caller.get();
        if (form.containsKey("save")) {
            return Response.seeOther(URI.create("/drafts/" + drafts.begin(operator, null, null, key, typed).id)).build();
        }
        try {
            byte[] body = Reading.submission(typed).toString().getBytes(StandardCharsets.UTF_8);
            Accepted accepted = intake.accept(operator, new ByteArrayInputStream(body), Optional.of(key), Optional.empty());
            String reference = reading.report(operator, accepted.report().toString()).reference();
            return Response.seeOther(URI.create("/reports/" + reference + "/filed")).build();
        } catch (Problem refused) {
            return Response.status(refused.status())
                    .entity(page(typed, sorted(TypedTime.told(typed, refused.faults())), key, refused.faults().isEmpty() ? ProblemWords.of(refused) : null)).build();
        }
    }

    private static List<Fault> sorted(List<Fault> faults) {
        return faults.stream().sorted(Comparator.comparingInt(fault -> ORDER.indexOf(fault.pointer()))).toList();
    }

    private TemplateInstance page(Typed typed, List<Fault> faults, String key, String refusal) {
        return Templates.earlyWarning(new Sheet(new Form(typed, faults), key, TypedMoment.offered(), refusal));
    }
}
