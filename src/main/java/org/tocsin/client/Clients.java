package org.tocsin.client;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tocsin.problem.Problem;

/** Finds the clients that were enrolled here, as far as the transaction may see them. */
@ApplicationScoped
class Clients implements PanacheRepositoryBase<Client, String> {

    private static final String FOLLOWED = "update Client set inStep = wanted where id = ?1 and wanted = ?2";

    /** @throws Problem 404 when there is none */
    Client named(String id) {
        return findByIdOptional(id).filter(Client::isEnrolled).orElseThrow(() -> Problem.notFound("client"));
    }

    /** Holds it until the transaction ends, so that acts on it go one after the other. */
    Client toChange(String id) {
        Client client = named(id);
        getEntityManager().refresh(client, LockModeType.PESSIMISTIC_WRITE);
        return client;
    }

    /** In the order of their ids. */
    List<Client> page(ClientQuery query, Instant endsBefore, int count) {
        return find("wanted > 0 and id > ?1 and (?2 is null or organisation = ?2) and (cast(?3 as Instant) is null or certificateUntil < ?3)",
                Sort.by("id"), query.after(), query.organisation(), endsBefore).page(0, count).list();
    }

    Set<String> cutOff() {
        return list("cutOffSince is not null").stream().map(client -> client.id).collect(Collectors.toUnmodifiableSet());
    }

    List<Client> outOfStep() {
        return list("inStep < wanted");
    }

    /** The one whose certificate ends first. */
    Optional<Client> endingFirst() {
        return find("certificateUntil is not null and cutOffSince is null", Sort.by("certificateUntil")).firstResultOptional();
    }

    List<Client> endingBefore(Instant when) {
        return list("certificateUntil < ?1 and cutOffSince is null", Sort.by("certificateUntil"), when);
    }

    /** Begun before this, and neither finished nor given up. */
    List<Client> interrupted(Instant before) {
        return list("wanted = ?1 and enrolledAt < ?2", Client.BEGUN, before);
    }

    List<Client> givenUp() {
        return list("wanted", Client.GIVEN_UP);
    }

    boolean isGivenUp(String id) {
        return count("id = ?1 and wanted = ?2", id, Client.GIVEN_UP) > 0;
    }

    /** @return false when it was finished or given up meanwhile */
    boolean giveUp(Client begun) {
        return update("wanted = ?1 where id = ?2 and wanted = ?3", Client.GIVEN_UP, begun.id, Client.BEGUN) == 1;
    }

    /** @return false when it was given up meanwhile */
    boolean finish(Client begun) {
        return update("wanted = 1 where id = ?1 and wanted = ?2", begun.id, Client.BEGUN) == 1;
    }

    /** @return whether it is still what the identity provider was brought to */
    boolean followed(Client brought) {
        return update(FOLLOWED, brought.id, brought.wanted) == 1;
    }
}
