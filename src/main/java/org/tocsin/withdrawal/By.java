package org.tocsin.withdrawal;

import org.tocsin.audit.Actor;
import org.tocsin.party.Caller;

/**
 * Who takes a step.
 *
 * @param ours whether it is a liaison, whose account operators do not read
 */
record By(Actor account, boolean ours) {

    static By operator(Caller caller) {
        return new By(caller.actor(), false);
    }

    static By liaison(Caller caller) {
        return new By(caller.actor(), true);
    }

    static By peer(String client) {
        return new By(Actor.client(client), false);
    }
}
