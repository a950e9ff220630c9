package org.tocsin.client;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tocsin.problem.Problem;

/**
 * Keycloak's admin API, as far as our account there may use it: the clients of our realm. Each call can be repeated.
 * Never called inside a transaction.
 */
@ApplicationScoped
class IdentityProvider {

    private static final String CLIENTS = "/clients";

    private final AdminLine line;
    private final String audience;

    IdentityProvider(ClientConfig config, @ConfigProperty(name = "tocsin.issuer") String issuer,
            @ConfigProperty(name = "tocsin.instance.name") String audience) {
        this.audience = audience;
        this.line = new AdminLine(issuer, config.account(), config.accountSecret(), config.timeout());
    }

    /** @throws Problem 503 when we have no account there */
    void demandAccount() {
        if (!line.hasAccount()) {
            throw new Problem(503, "not-configured", "Not configured",
                    "This instance has no account with which it could administer clients at the identity provider. "
                            + "Nothing was done. Give it one: tocsin.clients.account-secret.");
        }
    }

    boolean hasAccount() {
        return line.hasAccount();
    }

    /**
     * Brings a client there to what it is here; makes it if there is none.
     *
     * @param secret a new one; empty to leave it as it is, or, for a new client, to one that nobody knows
     * @throws Problem 409 when there is a client of that name that was not enrolled here
     */
    void bring(Client client, Optional<String> secret) {
        AdminLine.Session session = line.open();
        Optional<JsonNode> there = find(client.id, session);
        if (there.isEmpty()) {
            session.send("POST", CLIENTS, ClientDocument.whole(client, secret, audience).toString());
            return;
        }
        if (!there.get().path("attributes").path(ClientDocument.MARK).asBoolean()) {
            throw Problem.conflict("client-exists", "Client exists",
                    "The identity provider has a client of this name that was not enrolled here. Choose another name.");
        }
        session.send("PUT", CLIENTS + "/" + there.get().path("id").asText(), ClientDocument.changeable(client, secret).toString());
    }

    /** A client that was enrolled here; another of that name, and none, are left alone. */
    void remove(String id) {
        AdminLine.Session session = line.open();
        find(id, session).filter(there -> there.path("attributes").path(ClientDocument.MARK).asBoolean())
                .ifPresent(there -> session.send("DELETE", CLIENTS + "/" + there.path("id").asText(), null));
    }

    private static Optional<JsonNode> find(String id, AdminLine.Session session) {
        JsonNode found = session.get(CLIENTS + "?clientId=" + AdminLine.encoded(id));
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }
}
