package org.tocsin.audit.verify;

import static org.tocsin.audit.verify.Parts.bytes;
import static org.tocsin.audit.verify.Parts.must;
import static org.tocsin.audit.verify.Parts.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

/**
 * Checks a file of evidence (docs/audit.md, the file of evidence), from the signature of the checkpoint down to the entries about the
 * report; by those then what was reported, and what the CERT said that it got. All of it hangs on the log's key.
 */
final class EvidenceVerification {

    private static final String FORMAT = "tocsin-evidence/1";

    private final JsonNode file;
    private final Trusted trusted;
    private final Consumer<String> aside;
    private final Findings findings = new Findings();
    private final ProvedEntries entries = new ProvedEntries();

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
            if (entries.isEmpty()) {
                findings.add(Finding.notProved("the log has entries about the report", "the file proves none"));
            }
            new RevisionChecks(file, entries, trusted.receiptKeys(), findings).run();
            new DeliveryChecks(file, entries, trusted.destinationKeys(), findings).run();
            sayWhoseKeys();
        });
        aside.accept("note: it shows what is in the file. That nothing was left out of the file, only whoever made it knows.");
        return findings.list();
    }

    private void sayWhoseKeys() {
        if (trusted.receiptKeys().isEmpty() && file.path("revisions").size() > 0) {
            aside.accept("note: receipts were checked with the keys that the file names; give the instance's with --receipt-keys");
        }
        if (trusted.destinationKeys().isEmpty() && file.path("deliveries").size() > 0) {
            aside.accept("note: destinations' receipts were checked with the keys that the file names: that the log has them is proved, that they are "
                    + "the destinations' own is not; give the destinations' keys with --destination-keys");
        }
    }

    /** @return nothing when it is not even signed by the key that the file names: then nothing hangs on it */
    private Optional<Checkpoint> checkpoint() {
        String statement = "the checkpoint is signed by the log";
        try {
            Note note = Note.parse(text(file.path("log"), "checkpoint"));
            List<VerifierKey> keys = trusted.keys().orElseGet(this::keysOfTheFile);
            Checkpoint checkpoint = Checkpoint.signed(note, keys);
            findings.add(trusted.keys().isPresent()
                    ? Finding.proved("%s (%s, %d entries)".formatted(statement, checkpoint.origin(), checkpoint.size()))
                    : Finding.notProved(statement, "the only key at hand is the one that the file itself names, " + keys
                            + ": give the log's, learnt from somebody else, with --key. What follows holds if it is this one"));
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
        return keys;
    }

    private void entry(JsonNode entry, Checkpoint checkpoint) {
        long index = entry.path("index").asLong(-1);
        String statement = "entry " + index + (entry.has("opened") ? " says what it says here" : ", which is not opened here, is in the log");
        findings.check(statement, () -> {
            byte[] commitment = bytes(entry, "commitment");
            List<Hash> path = new ArrayList<>();
            entry.path("path").forEach(hash -> path.add(Hash.ofBase64(hash.asText())));
            must(Check.includes(checkpoint.root(), checkpoint.size(), index, Merkle.leaf(commitment), path),
                    "its commitment is not at that place of the tree that was signed");
            String leaf = Merkle.leaf(commitment).hex();
            entries.add(leaf);
            if (entry.has("opened")) {
                byte[] content = bytes(entry.path("opened"), "content");
                must(Arrays.equals(Merkle.sha256(bytes(entry.path("opened"), "salt"), content), commitment),
                        "salt and content do not give its commitment");
                JsonNode said = Json.MAPPER.readTree(content);
                must(said.path("report").asText().equals(file.path("report").path("id").asText()), "it is about another report");
                entries.add(leaf, said);
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
        findings.check("the log was there when the time stamp says", () -> {
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
}
