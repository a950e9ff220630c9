package org.tocsin.retention;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tocsin.party.Organisations;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;

/** What the next run would erase. */
@ApplicationScoped
class Preview {

    private static final UUID FIRST = new UUID(0, 0);
    static final int SHOWN = 100;

    @Schema(name = "RetentionPreview")
    public record Line(@Schema(description = "The organisation's id") String organisation,
            @Schema(enumeration = {"closed-reports", "withdrawn-reports", "attachments"}) String of,
            @Schema(description = "Days for which they are kept") int days,
            @Schema(description = "Reports that are due") long due,
            @Schema(description = "Reports that would be due, and are held") long held,
            @Schema(description = "The ids of the first 100 that are due") List<UUID> reports) {
    }

    private final Transactions transactions;
    private final Organisations organisations;
    private final Due due;
    private final Rules rules;

    Preview(Transactions transactions, Organisations organisations, Due due, Rules rules) {
        this.transactions = transactions;
        this.organisations = organisations;
        this.due = due;
        this.rules = rules;
    }

    /** Only where there is something. */
    List<Line> all() {
        return transactions.seeing(Sight.all(), () -> organisations.names().keySet().stream().sorted()
                .flatMap(organisation -> Stream.of(RetentionClass.values())
                        .filter(of -> !of.states().isEmpty())
                        .map(of -> line(organisation, of)))
                .filter(line -> line.due() + line.held() > 0)
                .toList());
    }

    private Line line(String organisation, RetentionClass of) {
        return new Line(organisation, of.code(), rules.days(organisation, of), due.free(organisation, of), due.held(organisation, of),
                due.reports(organisation, of, FIRST, SHOWN));
    }
}
