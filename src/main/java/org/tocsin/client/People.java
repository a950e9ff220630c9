package org.tocsin.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.tocsin.audit.Audience;
import org.tocsin.audit.Audit;
import org.tocsin.audit.AuditEvent;
import org.tocsin.json.Json;
import org.tocsin.party.Caller;
import org.tocsin.party.Role;
import org.tocsin.problem.Fault;
import org.tocsin.problem.Problem;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.time.Now;

/**
 * The people of organisations, who are the identity provider's. We keep no list of them. Before anything is asked of the provider
 * the log has that it will be, and afterwards whether it was done: if we crash in between, the first entry says what to look for.
 */
@ApplicationScoped
public class People {

    /** Those that a person can have; all but the first see every organisation's reports, or decide who does. */
    static final List<String> ROLES = List.of(Role.OPERATOR, Role.LIAISON, Role.AUDITOR, Role.ADMIN);

    private static final Logger LOG = Logger.getLogger(People.class);

    private final PeopleLine line;
    private final Transactions transactions;
    private final Audit audit;
    private final Now now;

    People(PeopleLine line, Transactions transactions, Audit audit, Now now) {
        this.line = line;
        this.transactions = transactions;
        this.audit = audit;
        this.now = now;
    }

    /**
     * What the provider says of an organisation's people.
     *
     * @param people by their accounts' names
     * @param silent why they cannot be shown; null when they are
     */
    public record Known(List<Person> people, String silent) {
    }

    /** The roles that somebody of this organisation can have: whoever sees all of them is one of ours. */
    public static List<String> roles(Caller admin, String organisation) {
        return organisation.equals(admin.organisation()) ? ROLES : List.of(Role.OPERATOR);
    }

    private static void checkRoles(Caller admin, String organisation, List<String> roles) {
        if (!roles(admin, organisation).containsAll(roles)) {
            throw Problem.invalid("person", List.of(new Fault("/roles", "unfit", "Only our own people can be liaisons, auditors or administrators.")));
        }
    }

    public Known of(String organisation) {
        if (!line.hasAccount()) {
            return new Known(List.of(), "This instance has no account with which it could ask the identity provider for people (tocsin.people.account-secret). "
                    + "They are administered there.");
        }
        try {
            return new Known(line.of(organisation), null);
        } catch (IdentityProviderDown down) {
            LOG.warnf("The identity provider does not show people organisation=%s reason=%s", organisation, down.getMessage());
            return new Known(List.of(), "The identity provider does not answer now, so its people cannot be shown or changed. "
                    + "Whoever is signed in goes on working until their session ends.");
        }
    }

    /** @return whether the provider has written to the person; otherwise that is still to be done */
    public boolean invite(Caller admin, String organisation, Invitation invitation) {
        invitation.check();
        checkRoles(admin, organisation, invitation.roles());
        ObjectNode detail = Json.MAPPER.createObjectNode().put("account", invitation.mail()).put("roles", String.join(", ", invitation.roles()));
        String id = logged(admin, organisation, "person.invited", detail, () -> {
            try {
                return line.add(organisation, invitation);
            } catch (IdentityProviderDown refused) {
                throw refused.answered == 409 ? Problem.invalid("person", List.of(new Fault("/mail", "taken", "There is an account of this address already.")))
                        : refused;
            }
        });
        return wrote(id);
    }

    /** @return whether the provider has written */
    public boolean inviteAgain(Caller admin, String organisation, String id) {
        Person person = person(organisation, id);
        return logged(admin, organisation, "person.invited-again", detail(person), () -> wrote(person.id()));
    }

    public void disable(Caller admin, String organisation, String id) {
        Person person = another(admin, organisation, id);
        logged(admin, organisation, "person.disabled", detail(person), () -> {
            line.enable(organisation, person.id(), false);
            line.signOut(person.id());
            return null;
        });
    }

    public void enable(Caller admin, String organisation, String id) {
        Person person = person(organisation, id);
        logged(admin, organisation, "person.enabled", detail(person), () -> {
            line.enable(organisation, person.id(), true);
            return null;
        });
    }

    /** Exactly these from now on; felt with the next token, which is why the person is signed out. */
    public void setRoles(Caller admin, String organisation, String id, List<String> roles) {
        Person person = another(admin, organisation, id);
        if (roles.isEmpty()) {
            throw Problem.invalid("person", List.of(new Fault("/roles", "required", "Choose at least one role, or disable the account.")));
        }
        checkRoles(admin, organisation, roles);
        logged(admin, organisation, "person.roles-changed", detail(person).put("from", String.join(", ", person.roles())).put("to", String.join(", ", roles)), () -> {
            line.setRoles(person.id(), roles);
            line.signOut(person.id());
            return null;
        });
    }

    public void signOut(Caller admin, String organisation, String id) {
        Person person = person(organisation, id);
        logged(admin, organisation, "person.signed-out", detail(person), () -> {
            line.signOut(person.id());
            return null;
        });
    }

    private boolean wrote(String id) {
        try {
            line.write(id);
            return true;
        } catch (IdentityProviderDown noMail) {
            LOG.warnf("The identity provider did not write to person=%s reason=%s", id, noMail.getMessage());
            return false;
        }
    }

    private Person person(String organisation, String id) {
        try {
            return line.one(organisation, id).orElseThrow(() -> Problem.notFound("person"));
        } catch (IdentityProviderDown down) {
            throw unavailable();
        }
    }

    /** Nobody shuts themselves out. */
    private Person another(Caller admin, String organisation, String id) {
        Person person = person(organisation, id);
        if (person.id().equals(admin.actor().subject())) {
            throw Problem.conflict("own-account", "Your own account", "Another administrator must do that with your account, so that nobody shuts themselves out.");
        }
        return person;
    }

    private <T> T logged(Caller admin, String organisation, String done, ObjectNode detail, Supplier<T> act) {
        write(admin, organisation, done + "-begun", detail);
        try {
            T result = act.get();
            write(admin, organisation, done, detail);
            return result;
        } catch (IdentityProviderDown | Problem failed) {
            write(admin, organisation, done + "-failed", detail.deepCopy().put("reason", failed.getMessage()));
            throw failed instanceof Problem refusal ? refusal : unavailable();
        }
    }

    private void write(Caller admin, String organisation, String type, ObjectNode detail) {
        transactions.seeing(Sight.all(), () ->
                audit.write(new AuditEvent(organisation, null, type, admin.actor(), Audience.INTERNAL, now.instant(), detail)));
    }

    private static ObjectNode detail(Person person) {
        return Json.MAPPER.createObjectNode().put("account", person.account()).put("subject", person.id());
    }

    private static Problem unavailable() {
        return new Problem(503, "identity-provider-down", "Identity provider is down",
                "The identity provider does not answer as it should. It could not be done now, or only in part. Look at the account again when the provider answers.");
    }
}
