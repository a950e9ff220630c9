package org.tocsin.attachment;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tocsin.problem.Problem;

/**
 * What a file is called: read from a Content-Disposition header (RFC 6266) or the query, made harmless, and written into
 * a header again.
 */
final class FileName {

    private static final Pattern PARAMETER = Pattern.compile(
            ";\\s*(filename\\*?)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^;\\s\"]+))", Pattern.CASE_INSENSITIVE);
    /** RFC 8187 section 3.2.1 */
    private static final Pattern EXTENDED = Pattern.compile("([A-Za-z0-9-]+)'[A-Za-z0-9-]*'(.*)");
    private static final Map<String, Charset> CHARSETS =
            Map.of("utf-8", StandardCharsets.UTF_8, "iso-8859-1", StandardCharsets.ISO_8859_1);
    /** Control, format (among them those that turn the direction of writing), surrogate, private use, line and paragraph. */
    private static final Pattern UNSPEAKABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]");

    private FileName() {
    }

    /**
     * @param query       the name parameter of the address; null when there is none
     * @param disposition the Content-Disposition header; null when there is none
     * @throws Problem 422 when there is no usable name
     */
    static String of(String query, String disposition) {
        String given = query != null ? query : fromHeader(disposition).orElse(null);
        if (given == null) {
            throw refused("The file has no name. Give it by ?name=… or by Content-Disposition: attachment; filename=\"…\".");
        }
        String name = harmless(given);
        if (name.isEmpty()) {
            throw refused("Nothing is left of the file's name when directories and control characters are taken out of it.");
        }
        if (name.codePointCount(0, name.length()) > Limits.NAME_CHARACTERS) {
            throw refused("The file's name is longer than the " + Limits.NAME_CHARACTERS + " characters that are accepted.");
        }
        return name;
    }

    /** The extended form counts, when both are there (RFC 6266 section 4.3). */
    private static Optional<String> fromHeader(String disposition) {
        if (disposition == null) {
            return Optional.empty();
        }
        String plain = null;
        Matcher parameters = PARAMETER.matcher(disposition);
        while (parameters.find()) {
            String value = parameters.group(2) != null ? parameters.group(2).replaceAll("\\\\(.)", "$1") : parameters.group(3);
            if (parameters.group(1).endsWith("*")) {
                Optional<String> extended = extended(value);
                if (extended.isPresent()) {
                    return extended;
                }
            } else if (plain == null) {
                plain = value;
            }
        }
        return Optional.ofNullable(plain);
    }

    private static Optional<String> extended(String value) {
        Matcher parts = EXTENDED.matcher(value);
        Charset charset = parts.matches() ? CHARSETS.get(parts.group(1).toLowerCase(java.util.Locale.ROOT)) : null;
        return charset == null ? Optional.empty() : decoded(parts.group(2), charset);
    }

    private static Optional<String> decoded(String text, Charset charset) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '%') {
                bytes.write(c);
            } else if (i + 2 < text.length() && Character.digit(text.charAt(i + 1), 16) >= 0
                    && Character.digit(text.charAt(i + 2), 16) >= 0) {
                bytes.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())).toString());
        } catch (CharacterCodingException notOfThatCharset) {
            return Optional.empty();
        }
    }

    /** Without directories, without what cannot be seen, and not one that hides itself. */
    static String harmless(String given) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String seen = UNSPEAKABLE.matcher(Normalizer.normalize(last, Normalizer.Form.NFC)).replaceAll("");
        return seen.replaceAll("[\\s\\p{Z}]+", " ").replaceFirst("^[ .]+", "").replaceFirst("[ .]+$", "");
    }

    /** For a download: both forms, for those who know only the older one. */
    static String disposition(String name) {
        String plain = name.replaceAll("[^\\x20-\\x7e]|[\"\\\\%]", "_");
        String extended = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + extended;
    }

    private static Problem refused(String detail) {
        return new Problem(422, "bad-file-name", "Unusable file name", detail);
    }
}
