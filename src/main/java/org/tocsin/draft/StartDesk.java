package org.tocsin.draft;

import jakarta.enterprise.context.ApplicationScoped;
import org.tocsin.party.Caller;
import org.tocsin.party.Role;
import org.tocsin.web.Desk;

@ApplicationScoped
class StartDesk implements Desk {

    @Override
    public int order() {
        return 15;
    }

    @Override
    public String title() {
        return "Start";
    }

    @Override
    public String path() {
        return "/start";
    }

    @Override
    public boolean isFor(Caller caller) {
        return caller.is(Role.OPERATOR) && caller.organisation() != null;
    }
}
