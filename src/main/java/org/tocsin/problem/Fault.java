package org.tocsin.problem;

/**
 * One thing wrong with what was sent.
 *
 * @param pointer where, as a JSON Pointer (RFC 6901); empty for the whole document
 * @param code    a stable word for machines, in kebab case
 * @param message a sentence for people: what was wrong and what to do
 */
public record Fault(String pointer, String code, String message) {
}
