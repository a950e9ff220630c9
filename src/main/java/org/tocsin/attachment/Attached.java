package org.tocsin.attachment;

import java.net.URI;
import java.util.UUID;

/**
 * A file that is kept.
 *
 * @param content under which its bytes are: another than the upload's when we had them already
 * @param answer the answer's bytes: the first one again when it was attached before
 */
record Attached(UUID report, UUID id, UUID content, byte[] answer) {

    URI url() {
        return URI.create(AttachmentView.url(report, id));
    }
}
