package org.tocsin.bench;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import org.tocsin.local.Home;
import org.tocsin.local.LocalStack;
import org.tocsin.local.Ports;
import org.tocsin.seal.WebhookSignature;

/**
 * What bin/bench runs: measurements of the packaged service over its own durable database, in one run on one machine. The
 * ratio is what counts; the rates are the machine's.
 */
public final class Bench {

    /** No limit on how much one client may file or read: the bench is one client. */
    private static final Map<String, String> UNLIMITED = Map.of(
            "tocsin.limits.filing.client-per-minute", "1000000000",
            "tocsin.limits.reading.client-per-minute", "1000000000");

    private static final int PAGER_PORT = 18099;

    private interface Measurement {

        void of(LocalStack stack) throws Exception;
    }

    private static final Map<String, Measurement> ALL = Map.of(
            "audit", AuditLog::measure,
            "hostile", Hostile::measure,
            "submit", Submissions::measure,
            "pages", PageTimes::measure);

    private Bench() {
    }

    public static void main(String[] arguments) throws Exception {
        Measurement wanted = arguments.length == 1 ? ALL.get(arguments[0]) : null;
        if (arguments.length == 1 && arguments[0].equals("outbox")) {
            outbox();
            return;
        }
        if (wanted == null) {
            System.err.println("Usage: bin/bench submit|audit|pages|outbox|hostile");
            System.exit(2);
        }
        try (LocalStack stack = new LocalStack(Home.at(Path.of("target", "bench")), Ports.free(), System.out::println).emptied()
                .start(EnumSet.of(LocalStack.Part.DATABASE, LocalStack.Part.IDENTITY, LocalStack.Part.TOCSIN), UNLIMITED)) {
            wanted.of(stack);
        }
    }

    /** Its destinations are there before the service that is told of them. */
    private static void outbox() throws Exception {
        Home home = Home.at(Path.of("target", "bench"));
        try (Outbound outbound = new Outbound(home.keys())) {
            Map<String, String> settings = new HashMap<>(UNLIMITED);
            settings.putAll(outbound.settings());
            settings.put("tocsin.duty.contacts.zoe.order", "1");
            settings.put("tocsin.duty.contacts.zoe.pager", "http://127.0.0.1:" + PAGER_PORT + "/zoe");
            settings.put("tocsin.duty.contacts.zoe.secret", WebhookSignature.written(new byte[WebhookSignature.SECRET_BYTES]));
            try (LocalStack stack = new LocalStack(home, Ports.free(), System.out::println).emptied()
                    .start(EnumSet.of(LocalStack.Part.DATABASE, LocalStack.Part.IDENTITY, LocalStack.Part.TOCSIN), settings)) {
                Sending.measure(stack, PAGER_PORT);
            }
        }
    }
}
