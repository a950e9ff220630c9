package org.tocsin.audit.verify;

import static org.tocsin.audit.verify.Parts.bytes;
import static org.tocsin.audit.verify.Parts.digest;
import static org.tocsin.audit.verify.Parts.must;
import static org.tocsin.audit.verify.Parts.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.tocsin.seal.TrustedKeys;

/** What was sent, and what its destination said that it got. Both stand in the log, and what stands in the file alone proves nothing. */
final class DeliveryChecks {

    /** A release, and what follows a withdrawal. */
    private static final String[] SENDING = {"report.released", "report.withdrawn", "report.withdrawal-refused", "report.withdrawal-cancelled"};

    private final JsonNode file;
    private final ProvedEntries entries;
    private final Optional<TrustedKeys> destinationKeys;
    private final Findings findings;

    DeliveryChecks(JsonNode file, ProvedEntries entries, Optional<TrustedKeys> destinationKeys, Findings findings) {
        this.file = file;
        this.entries = entries;
        this.destinationKeys = destinationKeys;
        this.findings = findings;
    }

    void run() {
        file.path("deliveries").forEach(delivery -> {
            String what = "revision %d to %s".formatted(delivery.path("revision").asInt(), delivery.path("destination").asText());
            String digest = delivery.path("documentSha256").asText();
            if (delivery.has("document")) {
                sent(delivery, what, digest);
            }
            if (delivery.has("receipt")) {
                receipted(delivery, what, digest);
            }
        });
    }

    private void sent(JsonNode delivery, String what, String digest) {
        String statement = "the bytes of " + what + " are those that were sent";
        findings.check(statement, () -> {
            must(digest(bytes(delivery, "document")).equals(digest), "they have another SHA-256 than " + digest);
            must(entries.details(SENDING).anyMatch(said -> names(said, delivery, digest)), "no entry of the log that is opened here says that such a document was sent");
            return statement;
        });
    }

    /** A release names one document for several destinations; what follows a withdrawal, one for each. */
    private static boolean names(JsonNode said, JsonNode delivery, String digest) {
        String destination = delivery.path("destination").asText();
        boolean released = said.path("documentSha256").asText().equals(digest) && said.path("revision").asInt() == delivery.path("revision").asInt()
                && StreamSupport.stream(said.path("destinations").spliterator(), false).anyMatch(name -> name.asText().equals(destination));
        return released || said.path("documents").path(destination).asText().equals(digest);
    }

    private void receipted(JsonNode delivery, String what, String digest) {
        findings.check("the destination has " + what, () -> {
            String receipt = text(delivery, "receipt");
            JsonNode said = Parts.signed(receipt, destinationKeys, delivery.path("receiptKeys"));
            must(said.path("documentSha256").asText().equals(digest) && said.path("deliveryId").asText().equals(delivery.path("id").asText()),
                    "its receipt is for something else");
            must(entries.details("delivery.receipted").anyMatch(entry -> entry.path("receipt").asText().equals(receipt)
                            && entry.path("destination").asText().equals(delivery.path("destination").asText())
                            && entry.path("revision").asInt() == delivery.path("revision").asInt()),
                    "no entry of the log that is opened here says that this receipt came");
            String id = said.path("receiptId").asText();
            return destinationKeys.isPresent() ? "the destination has " + what + ", as its receipt " + id + " says"
                    : "the log has the receipt " + id + " of the destination for " + what + ", as far as the file's own keys tell";
        });
    }
}
