package org.tocsin.audit.verify;

import static org.tocsin.audit.verify.Parts.bytes;
import static org.tocsin.audit.verify.Parts.digest;
import static org.tocsin.audit.verify.Parts.must;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.tocsin.seal.TrustedKeys;

/** What was reported: each revision, the receipt that was given for it, and what the inventory said beside it. */
final class RevisionChecks {

    private final JsonNode file;
    private final ProvedEntries entries;
    private final Optional<TrustedKeys> receiptKeys;
    private final Findings findings;

    RevisionChecks(JsonNode file, ProvedEntries entries, Optional<TrustedKeys> receiptKeys, Findings findings) {
        this.file = file;
        this.entries = entries;
        this.receiptKeys = receiptKeys;
        this.findings = findings;
    }

    void run() {
        file.path("revisions").forEach(revision -> {
            revision(revision);
            receipt(revision);
        });
        file.path("enrichments").forEach(this::enrichment);
    }

    private void revision(JsonNode revision) {
        int number = revision.path("number").asInt();
        String digest = revision.path("bodySha256").asText();
        findings.check("revision " + number + " is the one that the log has", () -> {
            if (!revision.has("body")) {
                return erased(revision);
            }
            must(digest(bytes(revision, "body")).equals(digest), "its text has another SHA-256 than " + digest);
            must(entries.details("report.received", "report.revised", "report.revised-late").anyMatch(said -> said.path("revision").asInt() == number
                            && said.path("bodySha256").asText().equals(digest)),
                    "no entry of the log that is opened here names revision " + number + " with that SHA-256");
            return "revision " + number + " is the one that the log has";
        });
    }

    /** What the entry said of it was erased with it; that there is one is left, and so is the receipt that names it. */
    private String erased(JsonNode revision) throws IOException {
        must(entries.details("report.erased").findAny().isPresent(), "its text is not in the file, and no entry of the log that is opened here says that it was erased");
        must(entries.has(said(revision).path("leaf").asText()), "its text was erased, and the receipt names no entry that is proved here");
        return "revision " + revision.path("number").asInt() + ", whose text was erased, has its entry in the log";
    }

    /** A receipt says nothing that the log does not say: when it came, what it was, in which entry that stands. */
    private void receipt(JsonNode revision) {
        int number = revision.path("number").asInt();
        findings.check("the receipt for revision " + number + " is this instance's", () -> {
            JsonNode said = said(revision);
            must(said.path("report").asText().equals(file.path("report").path("id").asText()) && said.path("revision").asInt() == number
                    && said.path("bodySha256").asText().equals(revision.path("bodySha256").asText()), "it is for something else");
            String leaf = said.path("leaf").asText();
            must(entries.has(leaf), "the leaf that it names is none of those that are proved here");
            Optional<JsonNode> entry = entries.opened(leaf);
            must(entry.isPresent() || !revision.has("body"), "the entry that it names is not opened here");
            entry.ifPresent(names -> must(names.path("at").asText().equals(said.path("receivedAt").asText())
                            && names.path("detail").path("revision").asInt() == number
                            && names.path("detail").path("bodySha256").asText().equals(said.path("bodySha256").asText()),
                    "it says something else than the entry that it names"));
            return "the receipt for revision " + number + " is by " + said.path("iss").asText()
                    + (receiptKeys.isPresent() ? "" : ", as far as the file's own keys tell") + ", and says what the log says";
        });
    }

    private JsonNode said(JsonNode revision) throws IOException {
        return Parts.signed(Parts.text(revision, "receipt"), receiptKeys, file.path("receiptKeys"));
    }

    /** Of the liaison's view the entry, which the operator can read, has a salted digest. */
    private void enrichment(JsonNode enrichment) {
        int number = enrichment.path("revision").asInt();
        boolean isLiaisons = enrichment.path("audience").asText().equals("liaison");
        String statement = "what the inventory told the " + (isLiaisons ? "liaison" : "operator") + " about revision " + number + " is what the log has";
        findings.check(statement, () -> {
            List<JsonNode> said = entries.details("report.enriched").filter(detail -> detail.path("revision").asInt() == number).toList();
            must(!said.isEmpty(), "no entry of the log that is opened here names it; the log has them for reports since November 2026");
            byte[] snapshot = bytes(enrichment, "snapshot");
            String digest = isLiaisons ? digest(bytes(enrichment, "salt"), snapshot) : digest(snapshot);
            must(said.stream().anyMatch(detail -> detail.path(isLiaisons ? "liaisonSaltedSha256" : "operatorSha256").asText().equals(digest)),
                    "it has another SHA-256; so it has when the title of a related report was erased in it");
            return statement;
        });
    }
}
