package org.tocsin.hostile;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiFunction;

/** Makes texts that break readers, writers and stores; most have a marker in them, by which they are found where they come back. */
final class HostileText {

    private static final List<String> PLAIN = List.of("", " ", "-1", "0", "1", "2147483648", "99999999999999999999", "1e400", "NaN", "null", "true", "[]", "{}", "*",
            "2026-13-45T99:99:99Z", "+1000000000-12-31T23:59:59.999999999Z", "-999999999-01-01T00:00:00Z", "9999-12-31T23:59:60Z", "2026-11-23T03:12:00",
            "00000000-0000-0000-0000-000000000000", "TOC-0000-0000-0", "\u0130", "\u00df", "e\u0301", "\ud83d\udd70", "\ufeff", "\u2028", "..", ".", "~");

    private static final List<BiFunction<Random, String, String>> MARKED = List.of(
            (random, marker) -> marker,
            (random, marker) -> "<" + marker + " onload=x>",
            (random, marker) -> marker + "'\"; drop table report; --",
            (random, marker) -> marker.repeat(20 + random.nextInt(400)),
            (random, marker) -> "\0" + marker,
            (random, marker) -> marker + "\0",
            (random, marker) -> "\ud800" + marker,
            (random, marker) -> marker + "\udc00",
            (random, marker) -> "\u202e" + marker,
            (random, marker) -> marker + "\r\nX-Injected: " + marker,
            (random, marker) -> "../../" + marker,
            (random, marker) -> "${jndi:ldap://" + marker + "/a}",
            (random, marker) -> "{{" + marker + "}} {" + marker + "} %s%n",
            (random, marker) -> "%00" + marker,
            (random, marker) -> marker + "\\",
            (random, marker) -> marker + ":" + marker + "@" + marker,
            (random, marker) -> "\u001b[31m" + marker,
            (random, marker) -> marker + "\u00a0\u3000\u200b");

    private HostileText() {
    }

    static String any(Random random, String marker) {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> PLAIN.get(random.nextInt(PLAIN.size()));
            case 3 -> new UUID(random.nextLong(), random.nextLong()).toString();
            case 4 -> cursor(random, marker);
            default -> MARKED.get(random.nextInt(MARKED.size())).apply(random, marker);
        };
    }

    /** What looks as a place in a list does: base64url of something. */
    private static String cursor(Random random, String marker) {
        byte[] bytes = switch (random.nextInt(4)) {
            case 0 -> marker.getBytes(StandardCharsets.UTF_8);
            case 1 -> ("2026-11-23T03:12:00Z " + new UUID(random.nextLong(), random.nextLong())).getBytes(StandardCharsets.UTF_8);
            case 2 -> (random.nextLong() + " " + random.nextInt() + " \0").getBytes(StandardCharsets.UTF_8);
            default -> bytes(random, random.nextInt(40));
        };
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] bytes(Random random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** As a header's value may stand on the wire, one character a byte; line ends are left out. */
    static String inHeader(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1).replace("\r", "").replace("\n", "");
    }

    /** Escaped as a part of an address, mostly rightly. */
    static String inAddress(Random random, String text) {
        StringBuilder escaped = new StringBuilder();
        for (byte each : utf8(text)) {
            boolean plain = each >= '0' && each <= '9' || each >= 'a' && each <= 'z' || each >= 'A' && each <= 'Z' || each == '-' || each == '_' || each == '.';
            escaped.append(plain && random.nextInt(20) > 0 ? String.valueOf((char) each) : String.format("%%%02X", each));
        }
        return switch (random.nextInt(30)) {
            case 0 -> escaped + "%";
            case 1 -> escaped + "%zz";
            case 2 -> escaped + "%ff";
            case 3 -> escaped + "%C0%80";
            case 4 -> escaped + "\u00ff";
            case 5 -> escaped.toString().replace("%", "%25");
            default -> escaped.toString();
        };
    }

    /** Also of half a surrogate pair, in three bytes that are no UTF-8. */
    private static byte[] utf8(String text) {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        text.codePoints().forEach(c -> {
            if (c >= 0xd800 && c <= 0xdfff) {
                bytes.write(0xe0 | c >> 12);
                bytes.write(0x80 | c >> 6 & 0x3f);
                bytes.write(0x80 | c & 0x3f);
            } else {
                bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
            }
        });
        return bytes.toByteArray();
    }
}
