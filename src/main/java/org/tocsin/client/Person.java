package org.tocsin.client;

import java.util.List;

/**
 * An account of a person at the identity provider.
 *
 * @param id      the provider's, which is the subject in a token
 * @param account the name with which the person signs in
 * @param name    as people say it; the account's where none is known
 * @param roles   ours, in the order of {@link People#ROLES}
 * @param pending what the person must still do at the next sign-in, in the provider's words
 */
public record Person(String id, String account, String name, String mail, boolean enabled, List<String> roles, List<String> pending) {

    public boolean has(String role) {
        return roles.contains(role);
    }
}
