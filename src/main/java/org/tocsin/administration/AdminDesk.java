package org.tocsin.administration;

import jakarta.enterprise.context.ApplicationScoped;
import org.tocsin.party.Caller;
import org.tocsin.party.Role;
import org.tocsin.web.Desk;

@ApplicationScoped
class AdminDesk implements Desk {

    @Override
    public int order() {
        return 50;
    }

    @Override
    public String title() {
        return "Administration";
    }

    @Override
    public String path() {
        return "/admin";
    }

    @Override
    public boolean isFor(Caller caller) {
        return caller.is(Role.ADMIN);
    }
}
