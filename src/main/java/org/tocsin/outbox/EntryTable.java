package org.tocsin.outbox;

/**
 * A room's table whose rows are sent. It has the columns {@code id uuid}, {@code fence bigint}, {@code held_until},
 * {@code attempts int} and {@code next_attempt_at}; the room owns all others.
 *
 * @param name        of the table, called {@code e} in the expressions below
 * @param destination SQL expression for the lane of an entry: all that may be down together. Needs an index with
 *                    {@code next_attempt_at} behind it
 * @param pending     SQL condition: it is still to be sent
 * @param ready       SQL condition: nothing before it in its order is pending
 */
public record EntryTable(String name, String destination, String pending, String ready) {
}
