package org.tocsin.report;

/** A report and the revision of it that was just stored. */
public record Filed(Report report, Revision revision) {
}
