package org.tocsin.administration;

import java.util.List;
import org.tocsin.client.ClientView;

/** A client on its page. */
record ClientSheet(ClientView client, List<Happened> log) {

    /** Soon enough to think of it. */
    private static final int SOON_DAYS = 30;

    public boolean endsSoon() {
        return client.certificate() != null && client.certificate().daysLeft() <= SOON_DAYS;
    }
}
