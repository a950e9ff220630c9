package org.tocsin.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Iterator;
import org.jboss.logging.Logger;

/** Has a content scanned, where there is a scanner. */
@ApplicationScoped
class Scanner {

    private static final Logger LOG = Logger.getLogger(Scanner.class);

    private final ScannerConfig config;
    private final StoredBytes bytes;

    Scanner(ScannerConfig config, StoredBytes bytes) {
        this.config = config;
        this.bytes = bytes;
        config.address().ifPresent(Clamd::socket);
    }

    /** With a scanner nobody gets a file before its verdict; without one everybody is told so. */
    AttachmentState stateOfNew() {
        return config.address().isPresent() ? AttachmentState.QUARANTINED : AttachmentState.NOT_SCANNED;
    }

    /** With no transaction open: it takes as long as the scanner takes. */
    Verdict scan(Content content) {
        if (config.address().isEmpty()) {
            return new Verdict.None("No scanner is configured any more.");
        }
        try (Clamd clamd = Clamd.connect(config.address().get(), config.timeout())) {
            OutputStream out = clamd.content();
            for (Iterator<byte[]> pieces = bytes.pieces(content.key(), 0, content.size); pieces.hasNext(); ) {
                out.write(pieces.next());
            }
            return clamd.verdict();
        } catch (IOException | java.nio.channels.UnresolvedAddressException unreachable) {
            LOG.warnf("Scanner gave no verdict content=%s reason=%s", content.id, unreachable);
            return new Verdict.None("The scanner does not answer.");
        }
    }

    /** @param attempts that have failed so far, at least one */
    Duration waitAfter(int attempts) {
        Duration wait = config.firstRetry().multipliedBy(1L << Math.min(attempts - 1, 20));
        return wait.compareTo(config.lastRetry()) < 0 ? wait : config.lastRetry();
    }
}
