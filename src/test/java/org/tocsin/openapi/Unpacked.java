package org.tocsin.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.tocsin.json.Json;

/** All that can be read in some bytes: what is packed by ZIP, gzip or base64 too, however often one is in the other. */
final class Unpacked {

    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{12,}={0,2}");
    private static final int DEEPEST = 5;

    private final StringBuilder text = new StringBuilder();
    private final Set<String> keys = new TreeSet<>();

    static Unpacked of(byte[] bytes) {
        Unpacked all = new Unpacked();
        all.read(bytes, 0);
        return all;
    }

    String text() {
        return text.toString();
    }

    /** The names of members of all JSON objects in it. */
    Set<String> keys() {
        return keys;
    }

    private void read(byte[] bytes, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        try {
            if (startsWith(bytes, 'P', 'K', 3, 4)) {
                try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
                    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                        text.append(entry.getName()).append('\n');
                        read(zip.readAllBytes(), depth + 1);
                    }
                }
            } else if (startsWith(bytes, 0x1f, 0x8b)) {
                read(new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes(), depth + 1);
            } else {
                words(new String(bytes, StandardCharsets.UTF_8), depth);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void words(String words, int depth) {
        text.append(words).append('\n');
        words.lines().forEach(this::members);
        Matcher packed = BASE64.matcher(words);
        while (packed.find()) {
            decoded(packed.group()).forEach(each -> read(each, depth + 1));
        }
    }

    /** Of each line that is JSON, and of a text that is JSON as a whole, which has but one line as we write it. */
    private void members(String line) {
        if (line.startsWith("{") || line.startsWith("[")) {
            try {
                collect(Json.MAPPER.readTree(line));
            } catch (JsonProcessingException notJson) {
                // then it has no members
            }
        }
    }

    private void collect(JsonNode node) {
        node.fieldNames().forEachRemaining(keys::add);
        node.forEach(this::collect);
    }

    /** Only what is text again, or packed: the rest cannot be read by anyone. */
    private static List<byte[]> decoded(String packed) {
        List<byte[]> all = new ArrayList<>();
        String plain = packed.replace('-', '+').replace('_', '/').replace("=", "");
        try {
            byte[] bytes = Base64.getDecoder().decode(plain);
            if (startsWith(bytes, 'P', 'K', 3, 4) || startsWith(bytes, 0x1f, 0x8b) || isText(bytes)) {
                all.add(bytes);
            }
        } catch (IllegalArgumentException notBase64) {
            // a word that only looks like it
        }
        return all;
    }

    private static boolean isText(byte[] bytes) {
        for (byte each : bytes) {
            if (each >= 0 && each < 32 && each != '\n' && each != '\r' && each != '\t') {
                return false;
            }
        }
        return bytes.length > 0 && !new String(bytes, StandardCharsets.UTF_8).contains("\uFFFD");
    }

    private static boolean startsWith(byte[] bytes, int... magic) {
        if (bytes.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((bytes[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
