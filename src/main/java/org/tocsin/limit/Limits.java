package org.tocsin.limit;

import io.github.bucket4j.ConsumptionProbe;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.List;
import org.jboss.logging.Logger;
import org.tocsin.party.Caller;
import org.tocsin.problem.Problem;

/**
 * Who may ask how much. A client takes from what is its own first, and only then from what its organisation has for all
 * its clients: a client that asks too much can use up the common part, never another's own. Organisations have nothing
 * in common.
 */
@ApplicationScoped
public class Limits {

    private static final Logger LOG = Logger.getLogger(Limits.class);

    /** What providers give to one customer of IPv6. */
    private static final int NETWORK_BYTES = 8;

    private final LimitConfig config;
    private final Buckets buckets;
    private final MeterRegistry metrics;

    Limits(LimitConfig config, Buckets buckets, MeterRegistry metrics) {
        this.config = config;
        this.buckets = buckets;
        this.metrics = metrics;
    }

    /**
     * Where no operation of the API is reached, and so nobody else takes what it costs.
     *
     * @throws Problem 429, with Retry-After, when there is not so much left; then nothing is taken
     */
    public void demand(Caller caller, Kind kind, long tokens) {
        Allowance allowance = take(caller, kind, tokens);
        if (!allowance.granted()) {
            throw refusal(allowance, kind).retryAfter((int) allowance.retryAfterSeconds());
        }
    }

    /**
     * The same for what anyone may ask for: who it is, is where it comes from.
     *
     * @param address as the connection has it; of an IPv6 address its network counts, for the rest costs nobody anything
     */
    public void demand(InetAddress address) {
        Allowance allowance = take("", network(address), Kind.OPEN, 1);
        if (!allowance.granted()) {
            throw refusal(allowance, Kind.OPEN).retryAfter((int) allowance.retryAfterSeconds());
        }
    }

    private static String network(InetAddress address) {
        byte[] bytes = address.getAddress();
        return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, NETWORK_BYTES));
    }

    static Problem refusal(Allowance allowance, Kind kind) {
        return new Problem(429, "too-many-requests", "Too many requests",
                "This client has used up its share of requests, and its organisation the common one. Nothing was done. "
                        + "Send it again after " + allowance.retryAfterSeconds() + " s: by then one of the two has enough again.")
                .with("limit", kind.code());
    }

    Allowance take(Caller caller, Kind kind, long tokens) {
        return take(caller.organisation() == null ? "" : caller.organisation(), caller.keyOwner(), kind, tokens);
    }

    private Allowance take(String organisation, String client, Kind kind, long tokens) {
        try {
            Allowance allowance = ask(organisation, client, kind, tokens);
            if (!allowance.granted()) {
                metrics.counter("tocsin.limits.refused", "kind", kind.code()).increment();
            }
            return allowance;
        } catch (RuntimeException shareUnknown) {
            // Limits protect the service from its callers. When they fail, a report in need must not fail with them.
            metrics.counter("tocsin.limits.unknown", "kind", kind.code()).increment();
            LOG.warnf("A share could not be read, the request goes ahead kind=%s reason=%s", kind.code(), shareUnknown.toString());
            return new Allowance(true, List.of());
        }
    }

    private Allowance ask(String owner, String name, Kind kind, long tokens) {
        LimitConfig.Share limit = of(kind);
        String organisation = kind.code() + " organisation " + owner;
        ConsumptionProbe own = buckets.take(organisation + " client " + name, limit.clientPerMinute(), tokens);
        Share client = Share.of("client", limit.clientPerMinute(), own);
        if (own.isConsumed()) {
            return new Allowance(true, List.of(client));
        }
        ConsumptionProbe common = buckets.take(organisation, limit.organisationPerMinute(), tokens);
        return new Allowance(common.isConsumed(),
                List.of(client, Share.of("organisation", limit.organisationPerMinute(), common)));
    }

    private LimitConfig.Share of(Kind kind) {
        return switch (kind) {
            case FILING -> config.filing();
            case READING -> config.reading();
            case HEAVY -> config.heavy();
            case OPEN -> config.open();
        };
    }
}
