package org.tocsin.notice;

import org.tocsin.local.As;
import org.tocsin.local.TestOrganisation;
import org.tocsin.webhook.Listener;

/** The mail server and the pagers of those on duty, on which a test listens, and the organisation that is told by mail. */
final class DutyLines implements AutoCloseable {

    static String compromise() {
        return "/api/v1/organisations/" + TestOrganisation.A.id() + "/compromise";
    }

    final Listener pager;
    Mailbox mailbox;
    private final int smtp;

    private DutyLines(int smtp) {
        this.smtp = smtp;
        mailbox = new Mailbox(smtp);
        pager = new Listener(Integer.getInteger("org.tocsin.notice.pager"));
    }

    static DutyLines open(int smtp) {
        DutyLines lines = new DutyLines(smtp);
        As.LIAISON_1.asks().queryParam("calledBack", "before the test").delete(compromise()).then().statusCode(200);
        As.OPERATOR_A.sends("{\"mail\": [\"soc@a.example.org\"]}").put("/api/v1/organisations/" + TestOrganisation.A.id() + "/contacts").then().statusCode(200);
        return lines;
    }

    void mailIsAway() {
        mailbox.close();
    }

    void mailIsBack() {
        mailbox = new Mailbox(smtp);
    }

    /** Nobody rings on for a test that is over. */
    @Override
    public void close() {
        Paging.acknowledgeAll();
        mailbox.close();
        pager.close();
    }
}
