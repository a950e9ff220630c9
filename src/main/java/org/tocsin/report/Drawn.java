package org.tocsin.report;

/** A new report with its first revision and the first step of its history, as they will be stored; nothing is written yet. */
record Drawn(Arrival arrival, Filed filed, Timeline.Step step) {
}
