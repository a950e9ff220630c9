package org.tocsin.triage;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.tocsin.incident.Incidents;
import org.tocsin.json.Json;
import org.tocsin.party.Caller;
import org.tocsin.report.Act;
import org.tocsin.report.Report;
import org.tocsin.report.Versions;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;

/** Who has a report in hand. Each act names the version that it was decided on, and is refused when that is no longer so. */
@ApplicationScoped
public class ClaimDesk {

    private final Transactions transactions;
    private final Incidents incidents;
    private final TriageActs acts;

    ClaimDesk(Transactions transactions, Incidents incidents, TriageActs acts) {
        this.transactions = transactions;
        this.incidents = incidents;
        this.acts = acts;
    }

    /**
     * Takes a report in hand, and with it what is handled with it and nobody holds, each in a transaction of its own: if we
     * crash in between, the rest is there to be claimed. Claiming what one holds already changes nothing.
     */
    public TriageState claim(Caller liaison, String name, int version) {
        TriageState claimed = claimAlone(liaison, name, version);
        alsoForThoseWithIt(claimed, report -> report.holder == null && Act.CLAIM.isPossible(report.state), (report, at) -> acts.take(report, liaison, at));
        return claimed;
    }

    private TriageState claimAlone(Caller liaison, String name, int version) {
        return acts.act(name, (report, at) -> {
            if (report.isHeldBy(liaison.actor())) {
                return;
            }
            Versions.check(report, version);
            Versions.checkPossible(report, Act.CLAIM);
            Versions.checkNotHeldByAnother(report, liaison.actor());
            acts.take(report, liaison, at);
        });
    }

    /** Puts it back for anyone to take, and what is handled with it and held by the same. */
    public TriageState unclaim(Caller liaison, String name, int version) {
        TriageState put = acts.act(name, (report, at) -> {
            Versions.check(report, version);
            Versions.checkHeldBy(report, liaison.actor());
            putBack(report, liaison, at);
        });
        alsoForThoseWithIt(put, report -> report.isHeldBy(liaison.actor()), (report, at) -> putBack(report, liaison, at));
        return put;
    }

    private void putBack(Report report, Caller liaison, Instant at) {
        report.putDown();
        acts.write(report, "report.unclaimed", liaison, at, Json.MAPPER.createObjectNode());
    }

    private void alsoForThoseWithIt(TriageState lead, Predicate<Report> fits, BiConsumer<Report, Instant> act) {
        List<String> references = transactions.seeing(Sight.all(), () -> incidents.foldedUnder(lead.reference()));
        references.forEach(reference -> acts.act(reference, (report, at) -> {
            if (fits.test(report)) {
                act.accept(report, at);
            }
        }));
    }
}
