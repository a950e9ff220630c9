package org.tocsin.notice;

import java.util.UUID;

/**
 * The right to send once and to write down how it went.
 *
 * @param fence the claim's number: a later claim voids this one
 */
record NoticeClaim(UUID id, long fence, String channel, String recipient, String purpose, UUID page, String subject, String body) {
}
