package org.tocsin.quarantine;

import jakarta.enterprise.context.ApplicationScoped;
import org.tocsin.party.Caller;
import org.tocsin.party.Role;
import org.tocsin.web.Desk;

@ApplicationScoped
class QuarantineDesk implements Desk {

    @Override
    public int order() {
        return 25;
    }

    @Override
    public String title() {
        return "Quarantine";
    }

    @Override
    public String path() {
        return "/quarantine";
    }

    @Override
    public boolean isFor(Caller caller) {
        return caller.is(Role.LIAISON);
    }
}
