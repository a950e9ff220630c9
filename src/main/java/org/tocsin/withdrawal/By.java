package org.tocsin.withdrawal;

import org.tocsin.party.Caller;

/**
 * Who takes a step.
 *
 * @param ours whether it is a liaison, whose account operators do not read
 */
record By(String account, boolean ours) {

    static By operator(Caller caller) {
        return new By(caller.name(), false);
    }

    static By liaison(Caller caller) {
        return new By(caller.name(), true);
    }

    static By peer(String client) {
        return new By(client, false);
    }
}
