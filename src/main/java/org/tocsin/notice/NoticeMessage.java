package org.tocsin.notice;

import java.util.UUID;

/** What is sent of a notice. */
record NoticeMessage(UUID id, String channel, String recipient, String purpose, UUID page, String subject, String body) {
}
