package org.tocsin.oversight;

import jakarta.enterprise.context.ApplicationScoped;
import org.tocsin.party.Caller;
import org.tocsin.party.Role;
import org.tocsin.web.Desk;

@ApplicationScoped
class LogDesk implements Desk {

    @Override
    public int order() {
        return 40;
    }

    @Override
    public String title() {
        return "Audit log";
    }

    @Override
    public String path() {
        return "/audit";
    }

    @Override
    public boolean isFor(Caller caller) {
        return caller.is(Role.AUDITOR);
    }
}
