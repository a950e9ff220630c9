package org.tocsin.asset;

import io.quarkus.oidc.AuthorizationCodeFlow;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.tocsin.party.CurrentCaller;
import org.tocsin.party.Role;
import org.tocsin.web.Tongue;

/** What an inventory, or the care for what is in it, lacks: the same as {@code assets:coverage}. */
@Path("/assets/overdue")
@AuthorizationCodeFlow
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.OPERATOR, Role.LIAISON, Role.AUDITOR})
public class OverduePages {

    private static final int PAGE = 50;
    private static final String API = "/api/v1/assets:coverage";

    private final CurrentCaller caller;
    private final Coverage coverage;

    OverduePages(CurrentCaller caller, Coverage coverage) {
        this.caller = caller;
        this.coverage = coverage;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance overdue(@QueryParam("gap") @DefaultValue("risk") String gap, @QueryParam("after") String after) {
        if (caller.get().seesAll()) {
            Tongue.english();
        }
        CoveragePage page = coverage.page(caller.get(), null, Gap.of(gap), after, PAGE);
        String next = page.next() == null ? null : page.next().replace(API, "/assets/overdue");
        return AssetTemplates.overdue(new OverdueSheet(page, gap, next, after == null, caller.get().seesAll()));
    }
}
