package org.tocsin.oversight;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.qute.TemplateData;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.time.SpanWords;

@TemplateData
@Schema(name = "LogState", description = "How the audit log stands")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LogState(
        @Schema(description = "Which log it is", examples = "tocsin.example/audit/log") String origin,
        @Schema(description = "How many entries the last checkpoint covers") long size,
        @Schema(description = "The last checkpoint, as it is served (C2SP tlog-checkpoint); absent before the first") @Nullable String checkpoint,
        @Schema(description = "When it was signed") @Nullable Instant signedAt,
        @Schema(description = "How long ago that was, in seconds") @Nullable Long ageSeconds,
        @Schema(description = "Whose signatures stand under it") List<LogSignature> signatures,
        @Schema(description = "Whom we ask to cosign our checkpoints") List<LogWitness> witnesses,
        ClockState clock) {

    @Schema(name = "LogWitness", description = "How it stands with a witness")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LogWitness(
            @Schema(description = "Its key's name", examples = "national-cert.example/audit/witness") String name,
            @Schema(description = "How many entries the checkpoint covers that it cosigned last; absent before the first") @Nullable Long size,
            @Schema(description = "When we got that cosignature") @Nullable Instant at,
            @Schema(description = "Why it does not cosign now; absent when all is well") @Nullable String problem,
            @Schema(description = "Since when it does not") @Nullable Instant problemSince) {
    }

    @Schema(name = "LogSignature", description = "A signature line of the checkpoint, as it stands there")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LogSignature(
            @Schema(description = "The key's name", examples = "tocsin.example/audit/log") String name,
            @Schema(description = "log: one of the log's own keys; other: somebody else's, such as a witness's") String by,
            @Schema(description = "When a witness says that it signed; absent where the line does not say so") @Nullable Instant at) {
    }

    @Schema(name = "ClockState", description = "What others say of the service's clock")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ClockState(
            @Schema(description = "In words", examples = "Right to within 3 ms, by chrony") String words,
            @Schema(description = "Whether anybody confirms it") boolean verified,
            @Schema(description = "Who was asked and agrees") List<String> sources,
            @Schema(description = "True time less the clock's, as an ISO 8601 duration", examples = "PT0.002S") @Nullable String offset,
            @Schema(description = "How far the offset may be wrong", examples = "PT0.003S") @Nullable String uncertainty,
            @Schema(description = "The last alarm, until the sources say that all is well; absent when there is none") @Nullable String alarm,
            @Schema(description = "When it was raised, by that clock") @Nullable Instant alarmAt) {
    }

    /** Beside a tag that says whether it is verified. */
    public String clockWords() {
        String words = clock.words().replaceFirst("^Unverified: ", "");
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    public String ageWords() {
        return SpanWords.of(Duration.ofSeconds(ageSeconds));
    }
}
