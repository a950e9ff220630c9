package org.tocsin.administration;

import java.util.List;
import java.util.stream.Collectors;
import org.tocsin.party.CompromiseView;
import org.tocsin.party.ContactBook;
import org.tocsin.party.ContactsView;

/** An organisation on its page. */
record OrganisationSheet(OrganisationLine organisation, ContactsView contacts, CompromiseView compromise, List<Happened> log) {

    public String mail() {
        return mail(contacts.contacts());
    }

    public String phones() {
        return contacts.contacts().phones().stream().map(each -> each.text()).collect(Collectors.joining("\n"));
    }

    public String outOfBand() {
        return contacts.contacts().outOfBand().stream().map(each -> each.text()).collect(Collectors.joining("\n"));
    }

    private static String mail(ContactBook book) {
        return book.mail().stream().map(each -> each.text()).collect(Collectors.joining("\n"));
    }
}
