package org.tocsin.party;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tocsin.audit.Audience;
import org.tocsin.audit.Audit;
import org.tocsin.audit.AuditEvent;
import org.tocsin.json.Json;
import org.tocsin.problem.Fault;
import org.tocsin.problem.Problem;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.time.Now;

/** Administrators register organisations here. One that is registered stays so: what was reported must keep its owner. */
@ApplicationScoped
public class OrganisationRegister {

    private static final String ID = "^[a-z0-9]+(-[a-z0-9]+)*$";
    private static final int LONGEST_ID = 64;
    private static final int LONGEST_NAME = 200;

    private static final String ADD = """
            insert into organisation (id, name) values (:id, :name)
            on conflict do nothing""";

    private final Transactions transactions;
    private final Organisations organisations;
    private final Compromise compromise;
    private final EntityManager database;
    private final Audit audit;
    private final Now now;

    OrganisationRegister(Transactions transactions, Organisations organisations, Compromise compromise, EntityManager database,
            Audit audit, Now now) {
        this.transactions = transactions;
        this.organisations = organisations;
        this.compromise = compromise;
        this.database = database;
        this.audit = audit;
        this.now = now;
    }

    /** By their names. */
    public List<Organisation> all(Caller caller) {
        return transactions.seeing(Organisations.sight(caller), () -> organisations.list("order by name, id"));
    }

    /** An organisation, and what of its is said to be compromised. */
    public record Known(Organisation organisation, CompromiseView compromise) {
    }

    /** @throws Problem 404 */
    public Known one(Caller caller, String id) {
        return transactions.seeing(Organisations.sight(caller), () -> {
            Organisation organisation = organisations.visible(caller, id);
            return new Known(organisation, CompromiseView.of(organisation.id, compromise.of(organisation.id)));
        });
    }

    /** The ids of those that something stands for. */
    @SuppressWarnings("unchecked")
    public Set<String> compromised(Caller caller) {
        return transactions.seeing(Organisations.sight(caller), () -> Set.copyOf((List<String>) database
                .createNativeQuery("select distinct organisation_id from compromise", String.class).getResultList()));
    }

    /** @throws Problem 422, also when the id is taken */
    public void register(Caller admin, String id, String name) {
        List<Fault> faults = new ArrayList<>();
        if (!id.matches(ID) || id.length() > LONGEST_ID) {
            faults.add(new Fault("/id", "format", "The id has small letters, digits and single hyphens, at most " + LONGEST_ID + "."));
        }
        if (name.isBlank() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            faults.add(new Fault("/name", "format", "The name has 1 to " + LONGEST_NAME + " characters."));
        }
        refuse(faults);
        transactions.seeing(Sight.all(), () -> {
            if (database.createNativeQuery(ADD).setParameter("id", id).setParameter("name", name).executeUpdate() == 0) {
                refuse(List.of(new Fault("/id", "taken", "An organisation of this id is registered already.")));
            }
            ObjectNode detail = Json.MAPPER.createObjectNode().put("name", name);
            audit.write(new AuditEvent(id, null, "organisation.registered", admin.actor(), Audience.OPERATOR, now.instant(), detail));
        });
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw Problem.invalid("organisation", faults);
        }
    }
}
