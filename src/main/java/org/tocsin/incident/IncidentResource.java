package org.tocsin.incident;

import io.quarkus.oidc.BearerTokenAuthentication;
import io.quarkus.oidc.Tenant;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tocsin.party.CurrentCaller;
import org.tocsin.party.Role;
import org.tocsin.report.Reports;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;

@Path("/api/v1/triage/{id}/incident")
@BearerTokenAuthentication
@Tenant("api")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Triage")
public class IncidentResource {

    private final CurrentCaller caller;
    private final Transactions transactions;
    private final Reports reports;
    private final ConnectionReading connections;

    IncidentResource(CurrentCaller caller, Transactions transactions, Reports reports, ConnectionReading connections) {
        this.caller = caller;
        this.transactions = transactions;
        this.reports = reports;
        this.connections = connections;
    }

    @GET
    @RolesAllowed({Role.LIAISON, Role.AUDITOR})
    @Operation(operationId = "listIncidentReports", summary = "The reports that are handled together with one", description = "The leading one first, then as they were merged; itself among them. "
            + "Empty when it is handled by itself.")
    @APIResponse(responseCode = "200", description = "The reports of the incident")
    @APIResponse(responseCode = "404", description = "There is no such report")
    public List<IncidentView> incident(@Parameter(description = "Id or reference") @PathParam("id") String id) {
        return transactions.seeing(Sight.all(), () -> connections.of(reports.visible(caller.get(), id).id).incident());
    }
}
