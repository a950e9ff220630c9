package org.tocsin.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides whether a request target (RFC 9112 section 3.2), as it was received, can be an address of ours. A path that passes
 * reads the same to every layer, decoded or not, normalised or not: filters, policies and routes cannot disagree about it.
 */
final class RequestTarget {

    /** What is wrong with a target. */
    enum Flaw { PATH, QUERY }

    /** The absolute form, which a client of a proxy sends. No user information, and nothing but a path behind the host. */
    private static final Pattern SCHEME_AND_AUTHORITY =
            Pattern.compile("https?://(?:[a-z0-9._-]++|\\[[0-9a-f:.]++])(?::[0-9]{1,5})?(?=/|$)", Pattern.CASE_INSENSITIVE);
    private static final int ESCAPE = 3;

    private RequestTarget() {
    }

    /**
     * @param target as the request line has it
     * @param path   what the server takes for its path
     * @return nothing when the target is sound
     */
    static Optional<Flaw> flaw(String target, String path) {
        int question = target.indexOf('?');
        String found = path(question < 0 ? target : target.substring(0, question));
        if (!found.equals(path) || !isOfOurs(EncodedColons.decoded(found))) {
            return Optional.of(Flaw.PATH);
        }
        return question < 0 || isReadable(target.substring(question + 1)) ? Optional.empty() : Optional.of(Flaw.QUERY);
    }

    private static String path(String beforeQuery) {
        Matcher absolute = SCHEME_AND_AUTHORITY.matcher(beforeQuery);
        if (!absolute.lookingAt()) {
            return beforeQuery;
        }
        return absolute.end() == beforeQuery.length() ? "/" : beforeQuery.substring(absolute.end());
    }

    /** Segments of letters, digits and {@code - . _ :}, none of them empty or of dots alone. A slash may stand at the end. */
    private static boolean isOfOurs(String path) {
        if (path.isEmpty() || path.charAt(0) != '/') {
            return false;
        }
        int begin = 1;
        for (int i = 1; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '/') {
                if (!isSegment(path, begin, i)) {
                    return false;
                }
                begin = i + 1;
            } else if (!isPlain(c)) {
                return false;
            }
        }
        return begin == path.length() || isSegment(path, begin, path.length());
    }

    private static boolean isSegment(String path, int begin, int end) {
        return end > begin && !path.substring(begin, end).matches("\\.+");
    }

    private static boolean isPlain(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '.' || c == '_' || c == ':';
    }

    /** Printable ASCII without {@code #}; escapes are whole, are UTF-8, and none is of a zero byte, which PostgreSQL stores in no text. */
    private static boolean isReadable(String query) {
        ByteBuffer decoded = ByteBuffer.allocate(query.length());
        for (int i = 0; i < query.length(); i++) {
            char c = query.charAt(i);
            if (c <= ' ' || c > '~' || c == '#') {
                return false;
            }
            if (c == '%') {
                int value = i + ESCAPE > query.length() ? -1 : hex(query.charAt(i + 1), query.charAt(i + 2));
                if (value <= 0) {
                    return false;
                }
                decoded.put((byte) value);
                i += 2;
            } else {
                decoded.put((byte) c);
            }
        }
        return isUtf8(decoded.flip());
    }

    private static int hex(char high, char low) {
        int first = Character.digit(high, 16);
        int second = Character.digit(low, 16);
        return first < 0 || second < 0 || high > 'f' || low > 'f' ? -1 : first * 16 + second;
    }

    /** A decoder of Java's refuses overlong forms, surrogates and what is cut off. */
    private static boolean isUtf8(ByteBuffer bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(bytes);
            return true;
        } catch (CharacterCodingException notUtf8) {
            return false;
        }
    }
}
