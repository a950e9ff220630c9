package org.tocsin.audit;

/** An entry and what it says, as they will be stored together. */
public record AuditRows(AuditEntry entry, AuditPayload payload) {
}
