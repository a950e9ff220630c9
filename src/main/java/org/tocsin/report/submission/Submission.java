package org.tocsin.report.submission;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a sender says in one report or revision of it. Only title, awareAt and the two answers are needed for an
 * early warning; {@link StageRules} asks for more as a report grows up.
 */
public record Submission(
        @Schema(description = "Stage of the report; early-warning if absent")
        Stage stage,
        @Schema(required = true, minLength = 1, maxLength = 200, pattern = "^[^\\r\\n]*\\S[^\\r\\n]*$",
                description = "One line that says what is wrong")
        String title,
        @Schema(maxLength = 20000, description = "What happened, in words")
        String description,
        @Schema(description = "How bad it is, by the sender")
        Severity severity,
        @Schema(description = "How far it may be passed on (TLP 2.0)")
        Tlp tlp,
        @Schema(description = "RSIT class or class/type")
        Category category,
        @Schema(maxItems = Limits.THREATS, description = "RFC 7384 §3.2 and ATT&CK codes")
        List<Threat> threats,
        @Schema(required = true, description = "Whether unlawful or malicious acts are suspected; NIS2 Art. 23(4)(a)")
        YesNoUnknown suspectedMalicious,
        @Schema(required = true, description = "Whether there may be cross-border impact; NIS2 Art. 23(4)(a)")
        YesNoUnknown crossBorder,
        @Schema(description = "Whether it goes on")
        Boolean ongoing,
        @Schema(required = true, description = "When the sender became aware of the incident; legal clocks run from it")
        Instant awareAt,
        @Schema(description = "When it was classified as reportable")
        Instant classifiedAt,
        @Schema(description = "When it happened")
        Occurred occurred,
        @Schema(maxItems = Limits.ASSETS, description = "What it happened to")
        List<AssetRef> assets,
        @Schema(maxItems = Limits.OBSERVATIONS, description = "What was seen and measured")
        List<Observation> observations,
        @Schema(maxItems = Limits.INDICATORS, description = "Traces of the attack")
        List<Indicator> indicators,
        @Schema(description = "What it does to others")
        Impact impact,
        @Schema(maxItems = Limits.MITIGATIONS, description = "Measures against it")
        List<Mitigation> mitigations,
        @Schema(description = "Whether evidence is kept")
        Boolean evidencePreserved,
        @Schema(description = "Whether help is asked for; say which in the description")
        Boolean helpRequested,
        @Schema(maxLength = 500, description = "Which time source can be trusted now")
        String safeReference,
        @Schema(description = "Who can be asked")
        Contact contact,
        @Schema(minLength = 1, maxLength = 200,
                description = "The sender's own number for this report; unique for each client")
        String externalRef
) {

    public Submission {
        stage = stage == null ? Stage.EARLY_WARNING : stage;
        threats = listed(threats);
        assets = listed(assets);
        observations = listed(observations);
        indicators = listed(indicators);
        mitigations = listed(mitigations);
    }

    private static <T> List<T> listed(List<T> given) {
        return given == null ? List.of() : List.copyOf(given);
    }
}
