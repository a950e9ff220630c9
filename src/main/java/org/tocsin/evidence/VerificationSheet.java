package org.tocsin.evidence;

import io.quarkus.qute.TemplateData;
import java.util.List;
import org.tocsin.audit.verify.Finding;

/**
 * What was found.
 *
 * @param name    of the report or the file
 * @param asides  what is worth knowing and no statement
 * @param refusal why nothing was checked; null when it was
 */
@TemplateData
@TemplateData(target = Finding.class)
public record VerificationSheet(String name, boolean file, List<Finding> findings, List<String> asides, String refusal) {

    static VerificationSheet refused(String name, String why) {
        return new VerificationSheet(name, false, List.of(), List.of(), why);
    }

    /** As bin/verify ends with 0. */
    public boolean isProved() {
        return !findings.isEmpty() && findings.stream().allMatch(Finding::isProved);
    }

    public long missing() {
        return findings.stream().filter(finding -> !finding.isProved()).count();
    }

    /** Those that are not proved first: they are what one looks for. */
    public List<Finding> ordered() {
        return findings.stream().sorted(java.util.Comparator.comparing(Finding::isProved)).toList();
    }
}
