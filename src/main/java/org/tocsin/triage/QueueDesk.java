package org.tocsin.triage;

import jakarta.enterprise.context.ApplicationScoped;
import org.tocsin.party.Caller;
import org.tocsin.party.Role;
import org.tocsin.web.Desk;

@ApplicationScoped
class QueueDesk implements Desk {

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String title() {
        return "Queue";
    }

    @Override
    public String path() {
        return "/triage";
    }

    @Override
    public boolean isFor(Caller caller) {
        return caller.is(Role.LIAISON);
    }
}
