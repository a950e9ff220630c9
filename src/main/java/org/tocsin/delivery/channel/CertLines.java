package org.tocsin.delivery.channel;

import io.quarkus.oidc.client.OidcClients;
import io.quarkus.tls.CertificateUpdatedEvent;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import org.eclipse.microprofile.config.Config;
import org.tocsin.delivery.DeliveryConfig;
import org.tocsin.delivery.Pace;
import org.tocsin.seal.TrustedKeys;
import org.tocsin.time.Now;

/**
 * Opens lines to destinations, as they are configured, and keeps them open. Once a TLS configuration has been read anew
 * ({@code quarkus.tls.NAME.reload-period}), lines are opened anew, with the certificates that are in the files now.
 */
@ApplicationScoped
class CertLines {

    private final DeliveryConfig config;
    private final Pace pace;
    private final TlsConfigurationRegistry tls;
    private final OidcClients tokens;
    private final Config settings;
    private final Now now;
    private final Map<String, CertLine> open = new ConcurrentHashMap<>();

    CertLines(DeliveryConfig config, Pace pace, TlsConfigurationRegistry tls, OidcClients tokens, Config settings, Now now) {
        this.config = config;
        this.pace = pace;
        this.tls = tls;
        this.tokens = tokens;
        this.settings = settings;
        this.now = now;
    }

    CertLine to(String name) {
        return open.computeIfAbsent(name, unopened -> open(name, config.destinations().get(name)));
    }

    /** What is being sent at this moment ends on the line that it has. */
    void closeOutdated(@Observes CertificateUpdatedEvent updated) {
        open.clear();
    }

    private CertLine open(String name, DeliveryConfig.Destination destination) {
        HttpClient http = http(destination.tls().orElse(name));
        URI url = destination.url();
        return new CertLine(http, tokens.getClient(name), URI.create(destination.url() + "/cert/v1/submissions"),
                destination.audience(), TrustedKeys.in(destination.receiptKeys()), issuer(name, http, url), new Clocks(now));
    }

    /** As the token client is told; the destination itself, when it is told otherwise. */
    private CertLine.Issuer issuer(String name, HttpClient destination, URI url) {
        String client = "quarkus.oidc-client." + name + ".";
        return settings.getOptionalValue(client + "auth-server-url", URI.class)
                .map(issuer -> new CertLine.Issuer(settings.getOptionalValue(client + "tls.tls-configuration-name", String.class)
                        .map(this::http).orElse(destination), issuer))
                .orElseGet(() -> new CertLine.Issuer(destination, url));
    }

    private HttpClient http(String tlsName) {
        return HttpClient.newBuilder()
                .sslContext(ssl(tlsName))
                .connectTimeout(pace.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    private SSLContext ssl(String name) {
        TlsConfiguration configuration = tls.get(name)
                .orElseThrow(() -> new LineDown("There is no TLS configuration quarkus.tls." + name + " here.", null));
        try {
            return configuration.createSSLContext();
        } catch (Exception e) {
            // The registry declares Exception itself; whatever it is, the line cannot be opened.
            throw new LineDown("The TLS configuration quarkus.tls." + name + " cannot be used: " + e.getMessage(), e);
        }
    }
}
