package org.tocsin.administration;

import java.time.Instant;

/** An organisation in the list. */
public record OrganisationLine(String id, String name, Instant since, boolean compromised) {
}
