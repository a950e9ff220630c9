package org.tocsin.outbox;

import java.time.Duration;
import org.tocsin.time.RetryPlan;

/**
 * How long an outbox waits for what.
 *
 * @param lease   how long an attempt may take, and how long after a crash until another may begin
 * @param retries when an entry is tried again
 * @param polling how often due entries are looked for, beside the look after each commit
 * @param grace   how long a stopping replica waits for attempts in hand before it interrupts them
 */
public record Pacing(Duration lease, RetryPlan retries, Duration polling, Duration grace) {
}
