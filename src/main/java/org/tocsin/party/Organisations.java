package org.tocsin.party;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.tocsin.problem.Problem;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;

@ApplicationScoped
public class Organisations implements PanacheRepositoryBase<Organisation, String> {

    private static final String ADD = """
            insert into organisation (id, name) values (:id, :name)
            on conflict do nothing""";

    private final PartyConfig config;
    private final Transactions transactions;
    private final Set<String> registered = ConcurrentHashMap.newKeySet();

    Organisations(PartyConfig config, Transactions transactions) {
        this.config = config;
        this.transactions = transactions;
    }

    void addKnown(@Observes StartupEvent started) {
        transactions.seeing(Sight.all(), () -> config.organisations().forEach((id, known) ->
                getEntityManager().createNativeQuery(ADD)
                        .setParameter("id", id)
                        .setParameter("name", known.name())
                        .executeUpdate()));
    }

    /** @throws Problem 403 when the token names an organisation that we do not know */
    public Organisation of(Caller caller) {
        Organisation found = findById(caller.ownOrganisation());
        if (found == null) {
            throw new Problem(403, "unknown-organisation", "Unknown organisation",
                    "Your account's organisation is not registered here. Ask an administrator to register it.");
        }
        return found;
    }

    /**
     * The same question without an answer's row, and mostly without asking: an organisation that is registered stays so.
     *
     * @throws Problem 403 when the token names an organisation that we do not know
     */
    public void requireKnown(Caller caller) {
        String id = caller.ownOrganisation();
        if (!registered.contains(id)) {
            transactions.seeing(Sight.own(id), () -> of(caller));
            registered.add(id);
        }
    }

    /** What those may see who ask about an organisation itself: admins keep all of them. */
    static Sight sight(Caller caller) {
        return caller.is(Role.ADMIN) ? Sight.all() : caller.sight();
    }

    /** @throws Problem 404 when there is none, or when it is not the caller's and the caller does not see all */
    Organisation visible(Caller caller, String id) {
        boolean may = caller.seesAll() || caller.is(Role.ADMIN) || id.equals(caller.organisation());
        // A control character is nobody's, and the database would choke on some of them.
        Organisation found = may && id.chars().noneMatch(Character::isISOControl) ? findById(id) : null;
        if (found == null) {
            throw Problem.notFound("organisation");
        }
        return found;
    }

    /** @throws Problem 404 when there is none, as far as the transaction may see */
    public Organisation named(String id) {
        return findByIdOptional(id).orElseThrow(() -> Problem.notFound("organisation"));
    }

    /** Names by id, as far as the transaction may see them. */
    public Map<String, String> names() {
        return streamAll().collect(Collectors.toMap(each -> each.id, each -> each.name));
    }
}
