package org.tocsin.local;

import java.util.Set;
import org.tocsin.audit.Actor;
import org.tocsin.party.Caller;

/** Callers for tests that go past the tokens. */
public final class Callers {

    private static final String ISSUER = "https://identity.example/realms/test";

    private Callers() {
    }

    /** The person with this name as subject, at an issuer that nobody else uses. */
    public static Caller person(String name, String client, String organisation, String... roles) {
        return new Caller(Actor.person(ISSUER, name, name), client, organisation, Set.of(roles));
    }
}
