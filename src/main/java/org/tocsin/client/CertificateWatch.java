package org.tocsin.client;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.time.Now;

/** When certificates end: our own, those with which we come to destinations, and those of the clients enrolled here. */
@ApplicationScoped
class CertificateWatch {

    private static final Logger LOG = Logger.getLogger(CertificateWatch.class);
    private static final Pattern OWN = Pattern.compile("quarkus\\.tls\\.\"?([^.\"]+)\"?\\.key-store\\..+");

    private final Transactions transactions;
    private final Clients clients;
    private final TlsConfigurationRegistry tls;
    private final Config settings;
    private final ClientConfig config;
    private final Now now;

    CertificateWatch(Transactions transactions, Clients clients, TlsConfigurationRegistry tls, Config settings,
            ClientConfig config, Now now) {
        this.transactions = transactions;
        this.clients = clients;
        this.tls = tls;
        this.settings = settings;
        this.config = config;
        this.now = now;
    }

    /** @param whose tls and the configuration's name, or client and its id */
    record Ending(String whose, Instant until) {

        long daysLeft(Instant now) {
            return Duration.between(now, until).toDays();
        }
    }

    void measure(@Observes StartupEvent started, MeterRegistry registry) {
        names().forEach(name -> gauge(registry, "tls " + name, () -> ofTls(name)));
        gauge(registry, "first client", this::firstClient);
    }

    private void gauge(MeterRegistry registry, String name, Supplier<Optional<Ending>> ending) {
        Gauge.builder("tocsin.certificate.days.left", ending,
                        asked -> asked.get().map(found -> (double) found.daysLeft(now.instant())).orElse(Double.NaN))
                .description("Whole days until a certificate ends")
                .tag("certificate", name)
                .strongReference(true)
                .register(registry);
    }

    /** Those that have ended or soon will, the first of them first. */
    List<Ending> soon() {
        Instant before = now.instant().plus(config.warnBefore());
        List<Ending> soon = new ArrayList<>();
        names().forEach(name -> ofTls(name).filter(ending -> ending.until.isBefore(before)).ifPresent(soon::add));
        transactions.seeing(Sight.all(), () -> clients.endingBefore(before))
                .forEach(client -> soon.add(new Ending("client " + client.id, client.certificateUntil)));
        soon.sort(Comparator.comparing(Ending::until));
        return soon;
    }

    void warn() {
        Instant at = now.instant();
        soon().forEach(ending -> LOG.warnf("A certificate ends whose=%s until=%s daysLeft=%d",
                ending.whose, ending.until, ending.daysLeft(at)));
    }

    private Optional<Ending> firstClient() {
        return transactions.seeing(Sight.all(), clients::endingFirst)
                .map(client -> new Ending("client " + client.id, client.certificateUntil));
    }

    private TreeSet<String> names() {
        TreeSet<String> names = new TreeSet<>();
        settings.getPropertyNames().forEach(setting -> {
            Matcher own = OWN.matcher(setting);
            if (own.matches()) {
                names.add(own.group(1));
            }
        });
        return names;
    }

    /** The first to end of a configuration's own certificates, as they are loaded now. */
    private Optional<Ending> ofTls(String name) {
        return tls.get(name).map(found -> found.getKeyStore()).flatMap(CertificateWatch::firstToEnd)
                .map(until -> new Ending("tls " + name, until));
    }

    private static Optional<Instant> firstToEnd(KeyStore store) {
        try {
            List<Instant> ends = new ArrayList<>();
            for (String alias : Collections.list(store.aliases())) {
                if (store.getCertificate(alias) instanceof X509Certificate certificate) {
                    ends.add(certificate.getNotAfter().toInstant());
                }
            }
            return ends.stream().min(Instant::compareTo);
        } catch (KeyStoreException notLoaded) {
            throw new IllegalStateException("A key store that TLS uses cannot be read", notLoaded);
        }
    }
}
