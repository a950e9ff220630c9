package org.tocsin.party;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.conditional.Tagged;

/** How an organisation is reached, what of it waits, and what was recorded before. */
@Schema(name = "OrganisationContacts")
public record ContactsView(
        @Schema(description = "The organisation's id", examples = "org-a") String organisation,
        ContactBook contacts,
        @Schema(description = "0 when none were ever recorded") int version,
        @Schema(description = "The account that recorded them") @Nullable String changedBy,
        @Nullable Instant changedAt,
        @Schema(description = "Changes that wait for a call-back") List<Held> held,
        @Schema(description = "For liaisons, auditors and admins: what was recorded before, newest first, at most 10") @Nullable List<Former> former) implements Tagged {

    @Schema(name = "HeldContacts")
    public record Held(UUID id, ContactBook contacts, @Schema(description = "The account that asked for the change") String askedBy, Instant askedAt) {
    }

    @Schema(name = "FormerContacts")
    public record Former(ContactBook contacts, @Schema(description = "Counted from 1") int version, @Schema(description = "The account that recorded them") String changedBy, Instant changedAt) {
    }

    /** @param versions newest first */
    static ContactsView of(String organisation, List<ContactVersion> versions, List<HeldContacts> held, boolean withFormer) {
        List<Held> waiting = held.stream().map(each -> new Held(each.id, each.book(), each.askedBy, each.askedAt)).toList();
        List<Former> former = withFormer && !versions.isEmpty() ? versions.stream().skip(1)
                .map(each -> new Former(each.book(), each.version, each.writtenBy, each.writtenAt)).toList() : null;
        if (versions.isEmpty()) {
            return new ContactsView(organisation, ContactBook.EMPTY, 0, null, null, waiting, former);
        }
        ContactVersion now = versions.get(0);
        return new ContactsView(organisation, now.book(), now.version, now.writtenBy, now.writtenAt, waiting, former);
    }
}
