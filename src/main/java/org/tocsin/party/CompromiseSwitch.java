package org.tocsin.party;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.tocsin.audit.Audience;
import org.tocsin.audit.Audit;
import org.tocsin.audit.AuditEvent;
import org.tocsin.conditional.Precondition;
import org.tocsin.json.Json;
import org.tocsin.problem.Problem;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.time.Now;

/**
 * The switch "our mail, phones or sign-in are compromised". The organisation's own people can only turn it on:
 * whoever has captured one of their accounts must not turn it off.
 */
@ApplicationScoped
public class CompromiseSwitch {

    private final Transactions transactions;
    private final Organisations organisations;
    private final Compromise compromise;
    private final Audit audit;
    private final Now now;

    CompromiseSwitch(Transactions transactions, Organisations organisations, Compromise compromise, Audit audit, Now now) {
        this.transactions = transactions;
        this.organisations = organisations;
        this.compromise = compromise;
        this.audit = audit;
        this.now = now;
    }

    public CompromiseView read(Caller caller, String id) {
        return transactions.seeing(Organisations.sight(caller), () -> view(organisations.visible(caller, id)));
    }

    /** Adds to what stands. What stands already keeps its time and its reason. */
    public CompromiseView on(Caller caller, String id, List<Means> means, String reason, Precondition condition) {
        return transactions.seeing(Organisations.sight(caller), () -> {
            Organisation organisation = organisations.visible(caller, id);
            CompromiseView present = view(organisation);
            condition.check(present, !present.standing().isEmpty());
            Instant at = now.instant();
            Set<Means> added = EnumSet.noneOf(Means.class);
            for (Means each : EnumSet.copyOf(means)) {
                if (compromise.say(organisation.id, each, at, caller.toOperators().name(), reason)) {
                    added.add(each);
                }
            }
            if (!added.isEmpty()) {
                ObjectNode detail = Json.MAPPER.createObjectNode().put("reason", reason);
                added.forEach(each -> detail.withArray("means").add(each.code()));
                write(organisation, "organisation.compromised", caller, at, detail);
            }
            return view(organisation);
        });
    }

    /**
     * Lifts all that stands.
     *
     * @param calledBack who was reached on which of the contacts that were recorded before
     * @throws Problem 400 when that is not said
     */
    public CompromiseView off(Caller caller, String id, String calledBack) {
        String whom = CallBack.said(calledBack);
        return transactions.seeing(Sight.all(), () -> {
            Organisation organisation = organisations.visible(caller, id);
            if (compromise.lift(organisation.id) > 0) {
                write(organisation, "organisation.compromise-lifted", caller, now.instant(),
                        Json.MAPPER.createObjectNode().put("calledBack", whom));
            }
            return view(organisation);
        });
    }

    private CompromiseView view(Organisation organisation) {
        return CompromiseView.of(organisation.id, compromise.of(organisation.id));
    }

    private void write(Organisation organisation, String type, Caller caller, Instant at, ObjectNode detail) {
        audit.writeAs(caller.toOperators(), new AuditEvent(organisation.id, null, type, caller.actor(), Audience.OPERATOR, at, detail));
    }
}
