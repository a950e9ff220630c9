package org.tocsin.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Pattern;
import org.tocsin.json.Json;
import org.tocsin.report.submission.ClockIdentity;

/** An asset as someone types it: nobody should have to say what kind of name it is. */
final class Named {

    private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f]*:[0-9A-Fa-f:.]+");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9_-]*)(\\.[A-Za-z0-9_-]+)+\\.?");

    static final List<String> KINDS = List.of("ref", "hostname", "ip", "clockIdentity", "serial");

    private Named() {
    }

    /** @param as what kind of name somebody says it is; another word leaves it to how it looks */
    static ObjectNode of(String typed, String as) {
        String name = typed.strip();
        return Json.MAPPER.createObjectNode().put(KINDS.contains(String.valueOf(as)) ? as : kind(name), name);
    }

    private static String kind(String name) {
        if (isClockIdentity(name)) {
            return "clockIdentity";
        }
        if (ADDRESS.matcher(name).matches()) {
            return "ip";
        }
        return HOST.matcher(name).matches() ? "hostname" : "ref";
    }

    private static boolean isClockIdentity(String name) {
        try {
            return !new ClockIdentity(name).text().isEmpty();
        } catch (IllegalArgumentException another) {
            return false;
        }
    }
}
