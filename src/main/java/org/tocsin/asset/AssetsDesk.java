package org.tocsin.asset;

import jakarta.enterprise.context.ApplicationScoped;
import org.tocsin.party.Caller;
import org.tocsin.party.Role;
import org.tocsin.web.Desk;

@ApplicationScoped
class AssetsDesk implements Desk {

    @Override
    public int order() {
        return 30;
    }

    @Override
    public String title() {
        return "Inventory";
    }

    @Override
    public String path() {
        return "/assets";
    }

    @Override
    public boolean isFor(Caller caller) {
        return caller.is(Role.OPERATOR);
    }
}
