package org.tocsin.delivery.channel;

/**
 * One thing that was tried on the way to a destination.
 *
 * @param tried what
 * @param seen  what came of it, in words that help
 */
public record Step(String tried, boolean good, String seen) {
}
