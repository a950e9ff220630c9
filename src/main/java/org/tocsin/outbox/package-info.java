/**
 * Sends rows of the rooms' tables to the outside, each at least once: claim and commit, send with no transaction open,
 * record. Each destination is a lane with threads and a circuit breaker of its own, so none waits for another
 * (docs/decisions/0073).
 */
package org.tocsin.outbox;
