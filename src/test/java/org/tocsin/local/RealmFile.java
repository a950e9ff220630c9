package org.tocsin.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A realm of the demo as its file says, with this stack's ports and keys filled in. */
record RealmFile(String name, ObjectNode content) {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** {@code ${NAME:otherwise}}, the form that Keycloak's own import fills in from the environment. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*):([^}]*)}");
    private static final String VERSION = "tocsin.realm.version";
    /** Set by us: what exactly was applied. The same version with other ports or keys is another realm. */
    private static final String DIGEST = "tocsin.realm.digest";

    static RealmFile read(Path file, Map<String, String> values) {
        try {
            String filled = PLACEHOLDER.matcher(Files.readString(file)).replaceAll(found -> value(found, values));
            ObjectNode content = (ObjectNode) JSON.readTree(filled);
            content.withObject("/attributes").put(DIGEST, digest(filled));
            return new RealmFile(content.path("realm").asText(), content);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + file, e);
        }
    }

    /**
     * The same realm for a stack of tests: with these components beside its own, and with passwords that are hashed in no time. Hashing one
     * well takes a tenth of a second of a processor, at each sign-in of each test class.
     */
    RealmFile forTests(ObjectNode components) {
        ObjectNode more = content.deepCopy();
        more.put("passwordPolicy", "hashAlgorithm(pbkdf2-sha256) and hashIterations(1)");
        more.withObject("/components").setAll(components);
        more.withObject("/attributes").put(DIGEST, digest(more.toString()));
        return new RealmFile(name, more);
    }

    private static String value(MatchResult found, Map<String, String> values) {
        try {
            String quoted = JSON.writeValueAsString(values.getOrDefault(found.group(1), found.group(2)));
            return Matcher.quoteReplacement(quoted.substring(1, quoted.length() - 1));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Due if there is no such realm yet, an older one, or the same version with something else in it. */
    boolean isDue(Optional<JsonNode> running) {
        return running.map(realm -> realm.path("attributes"))
                .map(now -> version(now) < version(wanted())
                        || version(now) == version(wanted()) && !now.path(DIGEST).equals(wanted().path(DIGEST)))
                .orElse(true);
    }

    private JsonNode wanted() {
        return content.path("attributes");
    }

    private static int version(JsonNode attributes) {
        return attributes.path(VERSION).asInt(0);
    }

    private static String digest(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
