package org.tocsin.party;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import org.tocsin.audit.Actor;
import org.tocsin.audit.Audience;
import org.tocsin.audit.Audit;
import org.tocsin.audit.AuditEvent;
import org.tocsin.conditional.Precondition;
import org.tocsin.json.Json;
import org.tocsin.problem.Problem;
import org.tocsin.store.Ids;
import org.tocsin.store.Refusal;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.time.Now;

/**
 * Contacts are kept here. While the organisation says that something of its is compromised, what its accounts ask for
 * is held, until a liaison has called back on what was recorded before.
 */
@ApplicationScoped
public class ContactDesk {

    static final int MOST_HELD = 10;
    private static final int SHOWN = 11;

    /** @param held whether it waits for a call-back */
    public record Written(ContactsView contacts, boolean held) {
    }

    private final Transactions transactions;
    private final EntityManager database;
    private final Organisations organisations;
    private final Contacts contacts;
    private final Compromise compromise;
    private final Audit audit;
    private final Now now;

    ContactDesk(Transactions transactions, EntityManager database, Organisations organisations, Contacts contacts,
            Compromise compromise, Audit audit, Now now) {
        this.transactions = transactions;
        this.database = database;
        this.organisations = organisations;
        this.contacts = contacts;
        this.compromise = compromise;
        this.audit = audit;
        this.now = now;
    }

    public ContactsView read(Caller caller, String id) {
        return transactions.seeing(Organisations.sight(caller), () -> view(caller, organisations.visible(caller, id)));
    }

    /** @throws Problem 409 when too many wait already */
    public Written put(Caller caller, String id, ContactBook book, Precondition condition) {
        while (true) {
            try {
                return putOnce(caller, id, book, condition);
            } catch (RuntimeException e) {
                if (!Refusal.UNIQUE_VIOLATION.caused(e)) {
                    throw e;
                }
                // Another wrote the same version at the same time; ours is the one after it.
            }
        }
    }

    private Written putOnce(Caller caller, String id, ContactBook book, Precondition condition) {
        return transactions.seeing(Organisations.sight(caller), () -> {
            Organisation organisation = organisations.visible(caller, id);
            ContactsView present = view(caller, organisation);
            condition.check(present, present.version() > 0);
            boolean held = !caller.is(Role.ADMIN) && compromise.stands(organisation.id);
            if (held) {
                hold(caller, organisation, book);
            } else if (!book.equals(contacts.of(organisation.id))) {
                apply(organisation.id, book, caller.toOperators(), caller.actor(), now.instant());
            }
            return new Written(view(caller, organisation), held);
        });
    }

    /** @throws Problem 404, or 409 when it was decided on before */
    public ContactsView confirm(Caller caller, String id, String held, String calledBack) {
        return decide(caller, id, held, calledBack, HeldContacts.CONFIRMED);
    }

    public ContactsView refuse(Caller caller, String id, String held, String calledBack) {
        return decide(caller, id, held, calledBack, HeldContacts.REFUSED);
    }

    private ContactsView decide(Caller caller, String id, String heldId, String calledBack, String decision) {
        String whom = CallBack.said(calledBack);
        return transactions.seeing(Sight.all(), () -> {
            Organisation organisation = organisations.visible(caller, id);
            HeldContacts held = Ids.read(heldId).map(known -> database.find(HeldContacts.class, known, LockModeType.PESSIMISTIC_WRITE))
                    .filter(found -> found.organisation.equals(organisation.id))
                    .orElseThrow(() -> Problem.notFound("held change"));
            if (!held.state.equals(HeldContacts.HELD)) {
                throw Problem.conflict("already-decided", "Already decided",
                        held.decidedBy + " has decided on this already: it is " + held.state + ".");
            }
            Instant at = now.instant();
            held.state = decision;
            held.decidedBy = caller.name();
            held.decidedAt = at;
            held.calledBack = whom;
            audit(organisation.id, "organisation.contacts-" + decision, caller.toOperators(), caller.actor(), at,
                    Json.MAPPER.createObjectNode().put("held", held.id.toString()).put("calledBack", whom));
            if (decision.equals(HeldContacts.CONFIRMED)) {
                apply(organisation.id, held.book(), held.asker(), held.asker(), at);
            }
            return view(caller, organisation);
        });
    }

    private void hold(Caller caller, Organisation organisation, ContactBook book) {
        if (contacts.held(organisation.id).size() >= MOST_HELD) {
            throw Problem.conflict("too-many-held", "Too many wait",
                    MOST_HELD + " changes of contact wait for a call-back already. Telephone a liaison.");
        }
        HeldContacts held = new HeldContacts();
        held.id = Ids.next();
        held.organisation = organisation.id;
        held.document = Contacts.written(book);
        held.askedBy = caller.toOperators().name();
        held.askedById = caller.toOperators().id();
        held.askedAt = now.instant();
        held.state = HeldContacts.HELD;
        database.persist(held);
        audit(organisation.id, "organisation.contacts-held", caller.toOperators(), caller.actor(), held.askedAt,
                Json.MAPPER.createObjectNode().put("held", held.id.toString()).set("contacts", Json.MAPPER.valueToTree(book)));
    }

    private void apply(String organisation, ContactBook book, Actor shown, Actor account, Instant at) {
        ContactVersion written = contacts.write(organisation, book, shown.name(), at);
        audit(organisation, "organisation.contacts-changed", shown, account, at,
                Json.MAPPER.createObjectNode().put("version", written.version).set("contacts", Json.MAPPER.valueToTree(book)));
    }

    private ContactsView view(Caller caller, Organisation organisation) {
        return ContactsView.of(organisation.id, contacts.versions(organisation.id, SHOWN), contacts.held(organisation.id),
                caller.seesAll() || caller.is(Role.ADMIN));
    }

    private void audit(String organisation, String type, Actor shown, Actor account, Instant at, ObjectNode detail) {
        audit.writeAs(shown, new AuditEvent(organisation, null, type, account, Audience.OPERATOR, at, detail));
    }
}
