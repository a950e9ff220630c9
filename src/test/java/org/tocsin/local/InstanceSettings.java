package org.tocsin.local;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one instance is told. The parts are added one by one, for one process in the tests plays both instances.
 *
 * <p>The keys are those of the service's configuration; nothing here has a meaning of its own.
 */
final class InstanceSettings {

    static final String DESTINATION = "national-cert";
    static final String GATEWAY = "gateway";

    private final Map<String, String> values = new LinkedHashMap<>();

    static InstanceSettings of(String name, String title) {
        return new InstanceSettings()
                .set("tocsin.instance.name", name)
                .set("tocsin.instance.title", title)
                .set("tocsin.instance.phone", "+49 228 5550 100")
                // Nobody starts a demo every day.
                .set("tocsin.time.longest-absence", "3650d")
                .set("tocsin.pages.client-secret", "demo")
                .set("tocsin.clients.account-secret", "demo")
                .set("tocsin.people.account-secret", "demo")
                .set("tocsin.session.key", "demo session key of " + name + ", at least 32 characters")
                // A system to try webhooks with runs on this machine.
                .set("tocsin.webhook.allowed-networks", "127.0.0.0/8,::1/128");
    }

    InstanceSettings listening(int port, int tlsPort, int managementPort) {
        return set("tocsin.instance.url", "http://localhost:" + port)
                .set("quarkus.http.host", "localhost")
                .set("quarkus.http.port", port)
                .set("quarkus.http.ssl-port", tlsPort)
                .set("quarkus.management.host", "localhost")
                .set("quarkus.management.port", managementPort);
    }

    InstanceSettings database(Postgres postgres, String database) {
        return set("tocsin.database.url", postgres.url(database))
                .set("tocsin.database.user", Postgres.APP)
                .set("tocsin.database.password", Postgres.PASSWORD);
    }

    InstanceSettings issuer(String issuer) {
        return set("tocsin.issuer", issuer);
    }

    /** An organisation that is registered from the start. */
    InstanceSettings knowing(String organisation, String name) {
        return set("tocsin.organisations." + organisation + ".name", name);
    }

    /** Who may hand reports over, and where its token comes from. */
    InstanceSettings receiving(String issuer, Path signatureKeys) {
        return set("tocsin.peer.issuer", issuer)
                .set("tocsin.peers.gateway.organisation", "tocsin")
                .set("tocsin.peers.gateway.title", "Tocsin")
                .set("tocsin.peers.gateway.signature-keys", signatureKeys);
    }

    InstanceSettings serving(Certificates certificates, String name) {
        return set("tocsin.signing.key-file", certificates.signing(name).jwk())
                .set("tocsin.audit.log.key-file", certificates.log(name).jwk())
                .set("tocsin.secrets.key-file", certificates.secrets(name))
                // Anyone may verify the demo.
                .set("tocsin.audit.log.public", true)
                .set("quarkus.http.tls-configuration-name", "server")
                .set("quarkus.tls.server.key-store.pem.server.cert", certificates.server().certificate())
                .set("quarkus.tls.server.key-store.pem.server.key", certificates.server().key())
                .set("quarkus.tls.server.reload-period", "1m")
                .set("quarkus.tls.server.protocols", "TLSv1.3")
                .set("quarkus.tls.server.trust-store.pem.certs", certificates.authority());
    }

    /** Which other instance's log this one cosigns. */
    InstanceSettings witnessing(Certificates certificates, String name, String other) {
        return set("tocsin.witness.key-file", certificates.witness(name).jwk())
                .set("tocsin.witness.public", true)
                .set("tocsin.witness.logs." + other + ".keys", LogKey.log(certificates, other).key().written());
    }

    /** Which other instance is asked to cosign this one's log. */
    InstanceSettings witnessedBy(Certificates certificates, String other, int tlsPort) {
        String witness = "tocsin.audit.log.witnesses." + other;
        return set(witness + ".url", "https://localhost:" + tlsPort + "/audit/witness")
                .set(witness + ".key", LogKey.witness(certificates, other).key().written())
                .set(witness + ".tls", "witness")
                .set("quarkus.tls.witness.trust-store.pem.certs", certificates.authority());
    }

    /** Where released reports go, and how this instance says there who it is: certificate, and token bound to it. */
    InstanceSettings delivering(int tlsPort, String audience, Path receiptKeys, Keycloak keycloak, Certificates certificates) {
        String destination = "tocsin.destinations." + DESTINATION;
        String tls = "quarkus.tls." + DESTINATION;
        String client = "quarkus.oidc-client." + DESTINATION;
        SigningKey assertion = certificates.gatewayAssertion();
        return set(destination + ".kind", "cert")
                .set(destination + ".title", "National CERT")
                .set(destination + ".url", "https://localhost:" + tlsPort)
                .set(destination + ".audience", audience)
                .set(destination + ".receipt-keys", receiptKeys)
                .set(destination + ".tls", DESTINATION)
                .set(tls + ".key-store.pem.gateway.cert", certificates.gateway().certificate())
                .set(tls + ".key-store.pem.gateway.key", certificates.gateway().key())
                .set(tls + ".trust-store.pem.certs", certificates.authority())
                .set(tls + ".reload-period", "1m")
                .set(client + ".auth-server-url", keycloak.addresses().tls() + "/realms/" + Keycloak.CERT)
                // Without these, an issuer that is down would keep the service from starting.
                .set(client + ".discovery-enabled", false)
                .set(client + ".token-path", "/protocol/openid-connect/token")
                .set(client + ".client-id", GATEWAY)
                .set(client + ".grant.type", "client")
                .set(client + ".credentials.jwt.key-file", assertion.pem())
                .set(client + ".credentials.jwt.signature-algorithm", assertion.read().getAlgorithm())
                .set(client + ".credentials.jwt.token-key-id", assertion.read().getKeyId())
                .set(client + ".credentials.jwt.audience", keycloak.issuer(Keycloak.CERT))
                .set(client + ".tls.tls-configuration-name", DESTINATION);
    }

    InstanceSettings set(String key, Object value) {
        values.put(key, value.toString());
        return this;
    }

    Map<String, String> values() {
        return Map.copyOf(values);
    }
}
