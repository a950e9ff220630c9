package org.tocsin.audit.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.tocsin.audit.log.Check;
import org.tocsin.audit.log.Checkpoint;
import org.tocsin.audit.log.Hash;
import org.tocsin.audit.log.Malformed;
import org.tocsin.audit.log.Merkle;
import org.tocsin.audit.log.Note;
import org.tocsin.audit.log.VerifierKey;
import org.tocsin.json.Json;
import org.tocsin.seal.TrustedKeys;

/**
 * Checks a file of evidence (docs/audit.md, the file of evidence), from the signature of the checkpoint down to each
 * revision, and out again to what the CERT said that it got.
 */
final class EvidenceVerification {

    private static final String FORMAT = "tocsin-evidence/1";

    private final JsonNode file;
    private final Trusted trusted;
    private final Consumer<String> aside;
    private final List<Finding> findings = new ArrayList<>();
    /** The contents of the entries that were proved, by which the rest is. */
    private final List<JsonNode> proved = new ArrayList<>();
    private final Set<String> leaves = new HashSet<>();

    EvidenceVerification(byte[] file, Trusted trusted, Consumer<String> aside) {
        try {
            this.file = Json.MAPPER.readTree(file);
        } catch (IOException e) {
            throw new Malformed("the file is neither a proof nor JSON");
        }
        if (!FORMAT.equals(this.file.path("format").asText())) {
            throw new Malformed("the file is not of the format " + FORMAT);
        }
        this.trusted = trusted;
        this.aside = aside;
    }

    List<Finding> verify() {
        checkpoint().ifPresent(checkpoint -> {
            file.path("entries").forEach(entry -> entry(entry, checkpoint));
            if (file.path("log").has("stamp")) {
                stamp(file.path("log").path("stamp"), checkpoint);
            }
            file.path("revisions").forEach(this::revision);
            file.path("enrichments").forEach(this::enrichment);
            file.path("deliveries").forEach(this::delivery);
        });
        aside.accept("note: it shows what is in the file. That nothing was left out of the file, only whoever made it knows.");
        return findings;
    }

    private Optional<Checkpoint> checkpoint() {
        String statement = "the checkpoint is signed by the log";
        try {
            Note note = Note.parse(text(file.path("log"), "checkpoint"));
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            List<VerifierKey> keys = trusted.keys().orElseGet(this::keysOfTheFile);
            if (note.signedBy(keys).stream().noneMatch(key -> key.name().equals(checkpoint.origin()))) {
                throw new Malformed("none of its signatures is by " + keys);
            }
            findings.add(Finding.proved("%s (%s, %d entries)".formatted(statement, checkpoint.origin(), checkpoint.size())));
            findings.addAll(Cosigned.by(trusted.witnesses(), note));
            Cosigned.others(note, Stream.concat(keys.stream(), trusted.witnesses().stream()).toList(), aside);
            return Optional.of(checkpoint);
        } catch (Malformed why) {
            findings.add(Finding.notProved(statement, why.getMessage()));
            return Optional.empty();
        }
    }

    private List<VerifierKey> keysOfTheFile() {
        List<VerifierKey> keys = new ArrayList<>();
        file.path("log").path("keys").forEach(key -> keys.add(VerifierKey.parse(key.asText())));
        aside.accept("note: the log's key is the one that the file names, " + keys + "; compare it with what you were told otherwise, or give it with --key");
        return keys;
    }

    private void entry(JsonNode entry, Checkpoint checkpoint) {
        long index = entry.path("index").asLong(-1);
        String statement = "entry " + index + (entry.has("opened") ? " says what it says here" : ", which is not opened here, is in the log");
        check(statement, () -> {
            byte[] commitment = bytes(entry, "commitment");
            List<Hash> path = new ArrayList<>();
            entry.path("path").forEach(hash -> path.add(Hash.ofBase64(hash.asText())));
            must(Check.includes(checkpoint.root(), checkpoint.size(), index, Merkle.leaf(commitment), path),
                    "its commitment is not at that place of the tree that was signed");
            leaves.add(Merkle.leaf(commitment).hex());
            if (entry.has("opened")) {
                byte[] content = bytes(entry.path("opened"), "content");
                must(Arrays.equals(Merkle.sha256(bytes(entry.path("opened"), "salt"), content), commitment),
                        "salt and content do not give its commitment");
                JsonNode said = Json.MAPPER.readTree(content);
                must(said.path("report").asText().equals(file.path("report").path("id").asText()), "it is about another report");
                proved.add(said);
                return "entry %d in the log is %s by %s, %s".formatted(index, said.path("type").asText(), said.path("actor").asText(), said.path("at").asText());
            }
            return statement;
        });
    }

    private void stamp(JsonNode stamp, Checkpoint checkpoint) {
        if (trusted.authorities().isEmpty()) {
            aside.accept("note: a time stamp by an authority is in the file; give that authority's certificate with --tsa to have it checked");
            return;
        }
        check("the log was there when the time stamp says", () -> {
            Checkpoint stamped = Checkpoint.parse(text(stamp, "checkpoint"));
            List<Hash> path = new ArrayList<>();
            stamp.path("consistency").forEach(hash -> path.add(Hash.ofBase64(hash.asText())));
            must(stamped.origin().equals(checkpoint.origin())
                    && Check.consistent(checkpoint.root(), checkpoint.size(), stamped.root(), stamped.size(), path),
                    "the log does not begin with what was stamped");
            Instant at = StampCheck.check(bytes(stamp, "token"), text(stamp, "checkpoint"), trusted.authorities());
            return "the first " + stamped.size() + " entries of the log were there at " + at + ", as the time-stamping authority says";
        });
    }

    private void revision(JsonNode revision) {
        int number = revision.path("number").asInt();
        String digest = revision.path("bodySha256").asText();
        check("revision " + number + " is the one that the log has", () -> {
            if (revision.has("body")) {
                must(hex(Merkle.sha256(bytes(revision, "body"))).equals(digest), "its text has another SHA-256 than " + digest);
            }
            must(proved.stream().map(entry -> entry.path("detail")).anyMatch(said ->
                    said.path("revision").asInt() == number && said.path("bodySha256").asText().equals(digest)),
                    "no entry of the log that is opened here names revision " + number + " with that SHA-256");
            return "revision " + number + (revision.has("body") ? "" : ", whose text has been erased,") + " is the one that the log has";
        });
        check("the receipt for revision " + number + " is this instance's", () -> {
            JsonNode said = signed(text(revision, "receipt"), file.path("receiptKeys"));
            must(said.path("report").asText().equals(file.path("report").path("id").asText())
                    && said.path("revision").asInt() == number && said.path("bodySha256").asText().equals(digest),
                    "it is for something else");
            must(!said.has("leaf") || leaves.contains(said.path("leaf").asText()), "the leaf that it names is none of those that are proved here");
            return "the receipt for revision " + number + " is by " + said.path("iss").asText();
        });
    }

    /** Of the liaison's view the entry, which the operator can read, has a salted digest. */
    private void enrichment(JsonNode enrichment) {
        int number = enrichment.path("revision").asInt();
        boolean isLiaisons = enrichment.path("audience").asText().equals("liaison");
        String statement = "what the inventory told the " + (isLiaisons ? "liaison" : "operator") + " about revision " + number + " is what the log has";
        check(statement, () -> {
            List<JsonNode> said = proved.stream().filter(entry -> entry.path("type").asText().equals("report.enriched")).map(entry -> entry.path("detail"))
                    .filter(detail -> detail.path("revision").asInt() == number).toList();
            must(!said.isEmpty(), "no entry of the log that is opened here names it; the log has them for reports since November 2026");
            byte[] snapshot = bytes(enrichment, "snapshot");
            String digest = hex(Merkle.sha256(isLiaisons ? new byte[][] {bytes(enrichment, "salt"), snapshot} : new byte[][] {snapshot}));
            must(said.stream().anyMatch(detail -> detail.path(isLiaisons ? "liaisonSaltedSha256" : "operatorSha256").asText().equals(digest)),
                    "it has another SHA-256; so it has when the title of a related report was erased in it");
            return statement;
        });
    }

    private void delivery(JsonNode delivery) {
        String what = "revision %d to %s".formatted(delivery.path("revision").asInt(), delivery.path("destination").asText());
        String digest = delivery.path("documentSha256").asText();
        if (delivery.has("document")) {
            check("the bytes of " + what + " are those that were sent", () -> {
                must(hex(Merkle.sha256(bytes(delivery, "document"))).equals(digest), "they have another SHA-256 than " + digest);
                return "the bytes of " + what + " are those that were sent";
            });
        }
        if (delivery.has("receipt")) {
            check("the destination has " + what, () -> {
                JsonNode said = signed(text(delivery, "receipt"), delivery.path("receiptKeys"));
                must(said.path("documentSha256").asText().equals(digest) && said.path("deliveryId").asText().equals(delivery.path("id").asText()),
                        "its receipt is for something else");
                return "the destination has " + what + ", as its receipt " + said.path("receiptId").asText() + " says";
            });
        }
    }

    private static JsonNode signed(String jws, JsonNode keys) throws IOException {
        TrustedKeys trusted;
        try {
            trusted = TrustedKeys.of(keys.toString());
        } catch (IllegalArgumentException e) {
            throw new Malformed("the file does not have the keys for it");
        }
        return Json.MAPPER.readTree(trusted.verify(jws).orElseThrow(() -> new Malformed("it is not signed by the keys in the file")).payload());
    }

    private interface Reason {
        String get() throws IOException;
    }

    private void check(String statement, Reason reason) {
        try {
            findings.add(Finding.proved(reason.get()));
        } catch (Malformed why) {
            findings.add(Finding.notProved(statement, why.getMessage()));
        } catch (IOException notJson) {
            findings.add(Finding.notProved(statement, "it cannot be read"));
        }
    }

    private static void must(boolean condition, String otherwise) {
        if (!condition) {
            throw new Malformed(otherwise);
        }
    }

    private static String text(JsonNode of, String member) {
        must(of.path(member).isTextual(), member + " is missing");
        return of.path(member).asText();
    }

    private static byte[] bytes(JsonNode of, String member) {
        try {
            return Base64.getDecoder().decode(text(of, member));
        } catch (IllegalArgumentException e) {
            throw new Malformed(member + " is not base64");
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
