package org.tocsin.problem;

/**
 * One thing that is wrong with what a caller sent.
 *
 * @param pointer where, as an RFC 6901 JSON Pointer into the document; empty for the document as a whole
 * @param code    a stable kebab-case word for machines
 * @param message a sentence for people: what was wrong, and what to do
 */
public record Fault(String pointer, String code, String message) {
}
