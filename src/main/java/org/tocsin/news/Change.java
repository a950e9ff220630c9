package org.tocsin.news;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/**
 * One numbered change.
 *
 * @param id        never changes; who gets it twice tells by it
 * @param number    within the organisation, from 1
 * @param leaf      its place in the log of everyone
 * @param reference null when the report has been erased
 * @param version   of the report when the change was numbered, and so is its state
 * @param detail    null when its content has been erased
 */
public record Change(UUID id, String organisation, long number, long leaf, String type, String actor, Instant at,
        UUID report, String reference, int version, String state, JsonNode detail) {
}
