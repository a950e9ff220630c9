package org.tocsin.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A refusal, as the caller will read it (RFC 9457).
 * The kinds are listed in docs/problems.md.
 */
public class Problem extends RuntimeException {

    private static final Set<String> UNREADABLE = Set.of("malformed", "not-utf-8", "empty");

    private final int status;
    private final String kind;
    private final String title;
    private final transient List<Fault> faults;
    private final transient Map<String, Object> members = new LinkedHashMap<>();
    private int retryAfterSeconds;

    /**
     * @param status HTTP status
     * @param kind   a stable word in kebab case; becomes the problem's type
     * @param title  the kind, in words that do not change
     * @param detail this case, in a sentence that helps
     */
    public Problem(int status, String kind, String title, String detail, List<Fault> faults) {
        super(detail, null, false, false);
        this.status = status;
        this.kind = kind;
        this.title = title;
        this.faults = faults;
    }

    public Problem(int status, String kind, String title, String detail) {
        this(status, kind, title, detail, List.of());
    }

    public static Problem notFound(String what) {
        return new Problem(404, "not-found", "Not found", "There is no such " + what + " here.");
    }

    public static Problem tooLarge(int limitBytes) {
        return new Problem(413, "too-large", "Too large",
                "The body is larger than the " + limitBytes / 1024 + " KiB that are accepted here.");
    }

    /** The sender is mostly gone, and does not read this. */
    public static Problem brokenOff() {
        return new Problem(400, "body-broken-off", "Body broken off", "The connection ended in the middle of the body.");
    }

    /** 422 with every fault at once; 400 when it could not even be read as JSON. */
    public static Problem invalid(String what, List<Fault> faults) {
        String count = faults.size() == 1 ? "one thing is" : faults.size() + " things are";
        boolean unreadable = faults.stream().map(Fault::code).anyMatch(UNREADABLE::contains);
        return new Problem(unreadable ? 400 : 422, "invalid", "Invalid content",
                "The " + what + " was not accepted: " + count + " wrong. Nothing was stored.", faults);
    }

    public static Problem conflict(String kind, String title, String detail) {
        return new Problem(409, kind, title, detail);
    }

    /** Adds a member of this kind of problem's own (RFC 9457 section 3.2). */
    public Problem with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    /** It will pass: says after how many seconds another try is worth while. */
    public Problem retryAfter(int seconds) {
        retryAfterSeconds = seconds;
        return this;
    }

    /** 0 when that is not known. */
    public int retryAfterSeconds() {
        return retryAfterSeconds;
    }

    public int status() {
        return status;
    }

    public String kind() {
        return kind;
    }

    public String title() {
        return title;
    }

    public List<Fault> faults() {
        return faults;
    }

    /** The document, in the order in which a person wants to read it. */
    public Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", "urn:tocsin:problem:" + kind);
        document.put("title", title);
        document.put("status", status);
        document.put("detail", getMessage());
        document.putAll(members);
        if (!faults.isEmpty()) {
            document.put("faults", faults);
        }
        return document;
    }
}
