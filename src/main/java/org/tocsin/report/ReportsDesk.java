package org.tocsin.report;

import jakarta.enterprise.context.ApplicationScoped;
import org.tocsin.party.Caller;
import org.tocsin.party.Role;
import org.tocsin.web.Desk;

@ApplicationScoped
class ReportsDesk implements Desk {

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String title() {
        return "Reports";
    }

    @Override
    public String path() {
        return "/reports";
    }

    @Override
    public boolean isFor(Caller caller) {
        return caller.seesAll() || caller.is(Role.OPERATOR);
    }
}
