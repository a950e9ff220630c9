package org.tocsin.attachment;

import java.util.UUID;

/** Under which name a content is kept, and whose it is. */
public record ContentKey(String organisation, UUID id) {
}
