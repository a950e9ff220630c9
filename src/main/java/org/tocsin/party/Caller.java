package org.tocsin.party;

import java.util.Set;
import org.tocsin.problem.Problem;
import org.tocsin.store.Sight;

/**
 * Who is calling, as the identity provider says.
 *
 * @param name         a person's user name, or a machine client's id
 * @param client       the OAuth client that the token was issued to
 * @param organisation whose it is; null for those who belong to none, such as auditors
 * @param roles        see {@link Role}
 */
public record Caller(String name, String client, String organisation, Set<String> roles) {

    private static final Set<String> SEE_ALL = Set.of(Role.LIAISON, Role.AUDITOR);

    public boolean is(String role) {
        return roles.contains(role);
    }

    /** Whether what is internal to the CERT's side may be shown. */
    public boolean seesAll() {
        return roles.stream().anyMatch(SEE_ALL::contains);
    }

    /** What organisations read where this caller acted: the account of one of their own, of our side the role alone. */
    public String nameToOperators() {
        if (seesAll()) {
            return Role.LIAISON_TO_OPERATORS;
        }
        return is(Role.ADMIN) ? Role.ADMIN_TO_OPERATORS : name;
    }

    /** Whether no person stands behind it, but a client with its own secret or key. */
    public boolean isMachine() {
        return name.equals(client);
    }

    /** Whose idempotency keys these are: a machine's own, or one person's through one program. */
    public String keyOwner() {
        return isMachine() ? client : client + ":" + name;
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
