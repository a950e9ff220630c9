package org.tocsin.party;

import java.util.Set;
import org.tocsin.audit.Actor;
import org.tocsin.problem.Problem;
import org.tocsin.store.Sight;

/**
 * Who is calling, as the identity provider says.
 *
 * @param actor        the person or the machine
 * @param client       the OAuth client that the token was issued to
 * @param organisation whose it is; null for those who belong to none, such as auditors
 * @param roles        see {@link Role}
 */
public record Caller(Actor actor, String client, String organisation, Set<String> roles) {

    private static final Set<String> SEE_ALL = Set.of(Role.LIAISON, Role.AUDITOR);

    /** A client that acts for itself. */
    public static Caller machine(String client, String organisation, Set<String> roles) {
        return new Caller(Actor.client(client), client, organisation, roles);
    }

    /** For people to read: who is who is told by {@link #id()}. */
    public String name() {
        return actor.name();
    }

    /** Never passes to anybody else. */
    public String id() {
        return actor.id();
    }

    public boolean is(String role) {
        return roles.contains(role);
    }

    /** Whether what is internal to the CERT's side may be shown. */
    public boolean seesAll() {
        return roles.stream().anyMatch(SEE_ALL::contains);
    }

    /** What organisations read where this caller acted: the account of one of their own, of our side the role alone. */
    public Actor toOperators() {
        if (seesAll()) {
            return Actor.named(Role.LIAISON_TO_OPERATORS);
        }
        return is(Role.ADMIN) ? Actor.named(Role.ADMIN_TO_OPERATORS) : actor;
    }

    /** Whether no person stands behind it, but a client with its own secret or key. */
    public boolean isMachine() {
        return actor.isClient();
    }

    /** Whose idempotency keys these are: a machine's own, or one person's through one program. */
    public String keyOwner() {
        return isMachine() ? client : client + " " + id();
    }

    /** @throws Problem 403 when the caller neither sees all nor belongs to an organisation */
    public Sight sight() {
        return seesAll() ? Sight.all() : Sight.own(ownOrganisation());
    }

    /** @throws Problem 403 when the token names no organisation */
    public String ownOrganisation() {
        if (organisation == null) {
            throw new Problem(403, "no-organisation", "No organisation",
                    "Your account belongs to no organisation, so it cannot act for one. "
                            + "Ask an administrator to set the account's organisation.");
        }
        return organisation;
    }
}
