package org.tocsin.notice;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import org.tocsin.local.Ports;
import org.tocsin.seal.WebhookSignature;

/** A service with a mail server and two on duty, whose ports a test listens on. */
public class OnDuty implements QuarkusTestProfile {

    static final String FIRST_SECRET = WebhookSignature.written(new byte[32]);
    static final String ROUTING_KEY = "key-of-the-integration";

    @Override
    public Map<String, String> getConfigOverrides() {
        int pager = port("org.tocsin.notice.pager");
        return Map.ofEntries(
                Map.entry("tocsin.instance.url", "https://tocsin.example.org/"),
                Map.entry("tocsin.mail.host", "127.0.0.1"),
                Map.entry("tocsin.mail.port", Integer.toString(port("org.tocsin.notice.smtp"))),
                Map.entry("tocsin.mail.start-tls", "DISABLED"),
                Map.entry("tocsin.mail.from", "tocsin@cert.example.org"),
                Map.entry("tocsin.duty.escalate-after", "10m"),
                Map.entry("tocsin.duty.contacts.zoe.order", "1"),
                Map.entry("tocsin.duty.contacts.zoe.mail", "zoe@cert.example.org"),
                Map.entry("tocsin.duty.contacts.zoe.pager", "http://127.0.0.1:" + pager + "/zoe"),
                Map.entry("tocsin.duty.contacts.zoe.secret", FIRST_SECRET),
                Map.entry("tocsin.duty.contacts.adam.order", "2"),
                Map.entry("tocsin.duty.contacts.adam.mail", "adam@cert.example.org"),
                Map.entry("tocsin.duty.contacts.adam.pager", "http://127.0.0.1:" + pager + "/adam"),
                Map.entry("tocsin.duty.contacts.adam.secret", FIRST_SECRET),
                Map.entry("tocsin.duty.contacts.adam.format", "pagerduty"),
                Map.entry("tocsin.duty.contacts.adam.routing-key", ROUTING_KEY));
    }

    /** Asked for more than once, by class loaders that do not know of each other. */
    private static int port(String key) {
        synchronized (System.getProperties()) {
            if (System.getProperty(key) == null) {
                System.setProperty(key, Integer.toString(Ports.another()));
            }
            return Integer.getInteger(key);
        }
    }
}
