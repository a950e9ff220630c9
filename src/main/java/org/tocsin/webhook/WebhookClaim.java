package org.tocsin.webhook;

import java.util.List;
import java.util.UUID;

/**
 * The right to send one message and to write down how it went.
 *
 * @param fence the claim's number: a later claim voids this one
 */
record WebhookClaim(UUID webhook, long fence, int attempt, String url, List<byte[]> secrets, WebhookMessage message) {
}
