package org.tocsin.report;

import java.time.Instant;
import java.util.Optional;
import org.tocsin.audit.Actor;
import org.tocsin.report.submission.Submission;

/**
 * A sound submission at our door.
 *
 * @param organisation whose report it is
 * @param actor        the person or machine that sent it
 * @param client       the OAuth client that it came through
 * @param keyOwner     whose keys of repeats these are
 * @param origin       when another system handed it over
 * @param canonical    the body's canonical bytes
 * @param receivedAt   by our own clock
 * @param sentAt       by the sender's clock, when it said so
 */
public record Arrival(String organisation, Actor actor, String client, String keyOwner, Optional<Origin> origin,
        Submission submission, byte[] canonical, Instant receivedAt, Optional<Instant> sentAt) {
}
