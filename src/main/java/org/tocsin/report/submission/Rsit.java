package org.tocsin.report.submission;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.json.WireWord;

/**
 * The Reference Security Incident Taxonomy: its classes and their types, as the machine tags of MISP's copy, version 2
 * ({@code rsit:availability="dos"}). It has no type for false time: pair it with a code of RFC 7384.
 */
enum Rsit {

    ABUSIVE_CONTENT("spam", "harmful-speech", "violence"),
    MALICIOUS_CODE("infected-system", "c2-server", "malware-distribution", "malware-configuration"),
    INFORMATION_GATHERING("scanner", "sniffing", "social-engineering"),
    INTRUSION_ATTEMPTS("ids-alert", "brute-force", "exploit"),
    INTRUSIONS("privileged-account-compromise", "unprivileged-account-compromise", "application-compromise", "burglary"),
    AVAILABILITY("dos", "ddos", "misconfiguration", "sabotage", "outage"),
    INFORMATION_CONTENT_SECURITY("unauthorised-information-access", "unauthorised-information-modification", "data-loss"),
    FRAUD("unauthorized-use-of-resources", "copyright", "masquerade", "phishing"),
    VULNERABLE("weak-crypto", "ddos-amplifier", "potentially-unwanted-accessible", "information-disclosure",
            "vulnerable-system"),
    OTHER,
    TEST;

    /** Every code there is: {@code class}, and {@code class/type}. */
    static final List<String> CODES = codes();

    private final List<String> types;

    Rsit(String... types) {
        this.types = List.of(types);
    }

    private String code() {
        return WireWord.of(this);
    }

    private static List<String> codes() {
        List<String> codes = new ArrayList<>();
        for (Rsit group : values()) {
            codes.add(group.code());
            group.types.forEach(type -> codes.add(group.code() + "/" + type));
        }
        return List.copyOf(codes);
    }
}
