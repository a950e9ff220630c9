package org.tocsin.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.seal.Sha256;

/** A delivery as it is shown. How the attempts failed names hosts and quotes the other side: that is for liaisons and auditors. */
@Schema(name = "Delivery")
public record DeliveryView(
        @Schema(description = "The delivery id that the destination knows; the same at every attempt") UUID id,
        @Schema(description = "The destination's name in the release") String destination,
        @Schema(description = "What the destination is called") String destinationTitle,
        @Schema(description = "The revision that is delivered, counted from 1") int revision,
        @Schema(description = "Counted from 1 when it says what became of the revision's withdrawal; absent for the revision itself") @Nullable Integer notice,
        @Schema(enumeration = {"pending", "delivered", "given-up"}) String state,
        @Schema(description = "SHA-256 of the exact bytes that are sent, hexadecimal") String documentSha256,
        Instant createdAt,
        @Schema(enumeration = {"unavailable", "refused"}, description = "While pending, once an attempt has failed: the destination could not be reached "
                + "or did not answer as it should; or it answered that it does not take this") @Nullable String trouble,
        @Schema(description = "For operators, until it is delivered: how it stands, and what they can do") @Nullable String advice,
        @Schema(description = "For liaisons and auditors, while pending: not before this") @Nullable Instant nextAttemptAt,
        @Nullable Instant deliveredAt,
        @Schema(description = "The destination's signed receipt, verified; a JWS (RFC 7515)") @Nullable String receipt,
        @Schema(description = "The report's id at the destination") @Nullable String submissionId,
        @Schema(description = "The CERT's case number") @Nullable String caseReference,
        @Schema(description = "For liaisons and auditors: the attempts, oldest first; of those that are older than attempts are kept, the first and the last ten") @Nullable List<AttemptView> attempts) {

    @Schema(name = "DeliveryAttempt")
    public record AttemptView(
            @Schema(description = "Counted from 1") int number,
            Instant startedAt,
            @Schema(description = "Absent while under way, and for ever when we were stopped in the midst of it") @Nullable Instant endedAt,
            @Schema(enumeration = {"delivered", "retry", "refused"}) @Nullable String outcome,
            @Schema(description = "Why it was not delivered") @Nullable String reason) {

        static AttemptView of(DeliveryAttempt attempt) {
            return new AttemptView(attempt.number, attempt.startedAt, attempt.endedAt, attempt.outcome, attempt.reason);
        }
    }

    /** Whether the other is a newer one to the same destination, and has arrived. */
    boolean isOvertakenBy(DeliveryView other) {
        boolean newer = other.revision > revision || other.revision == revision && number(other.notice) > number(notice);
        return newer && other.destination.equals(destination) && other.state.equals(Delivery.DELIVERED);
    }

    private static int number(Integer notice) {
        return notice == null ? 0 : notice;
    }

    /** For liaisons and auditors. */
    static DeliveryView inside(Delivery delivery, String title, List<DeliveryAttempt> attempts) {
        return of(delivery, title, null, delivery.isPending() ? delivery.nextAttemptAt : null, attempts.stream().map(AttemptView::of).toList());
    }

    /** For the operator. */
    static DeliveryView outside(Delivery delivery, String title, String advice) {
        return of(delivery, title, advice, null, null);
    }

    private static DeliveryView of(Delivery delivery, String title, String advice, Instant nextAttemptAt, List<AttemptView> attempts) {
        return new DeliveryView(delivery.id, delivery.destination, title, delivery.revisionNumber,
                delivery.notice == 0 ? null : delivery.notice, delivery.state,
                Sha256.hex(delivery.digest), delivery.createdAt, delivery.isPending() ? delivery.trouble : null, advice, nextAttemptAt,
                delivery.deliveredAt, delivery.receipt, delivery.submissionId, delivery.caseReference,
                attempts);
    }
}
