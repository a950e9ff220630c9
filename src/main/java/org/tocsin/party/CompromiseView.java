package org.tocsin.party;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.conditional.Tagged;

/** What stands for an organisation. */
@Schema(name = "Compromise", description = "Which of an organisation's means are said to be in someone else's hands.")
public record CompromiseView(
        @Schema(description = "The organisation's id", examples = "org-a") String organisation,
        @Schema(description = "Oldest first; empty when all is well") List<Standing> standing) implements Tagged {

    @Schema(name = "CompromisedMeans")
    public record Standing(
            @Schema(enumeration = {"mail", "phones", "sign-in"}, description = "What is compromised") String means,
            Instant since,
            @Schema(description = "The account that said so") String saidBy,
            @Schema(description = "Why, in the words of who said it") @Nullable String reason) {
    }

    public static CompromiseView of(String organisation, List<Compromised> standing) {
        return new CompromiseView(organisation, standing.stream()
                .map(each -> new Standing(each.means, each.since, each.saidBy, each.reason)).toList());
    }
}
