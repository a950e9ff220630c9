package org.tocsin.party;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tocsin.json.Json;

/** How organisations are reached, in the caller's transaction and as far as that sees. */
@ApplicationScoped
public class Contacts implements PanacheRepositoryBase<ContactVersion, ContactVersion.Key> {

    /** What counts now. */
    public ContactBook of(String organisation) {
        return latest(organisation).map(ContactVersion::book).orElse(ContactBook.EMPTY);
    }

    Optional<ContactVersion> latest(String organisation) {
        return versions(organisation, 1).stream().findFirst();
    }

    /** Newest first. */
    List<ContactVersion> versions(String organisation, int most) {
        return find("organisation = ?1 order by version desc", organisation).page(0, most).list();
    }

    List<HeldContacts> held(String organisation) {
        return getEntityManager().createQuery("from HeldContacts where organisation = :organisation and state = 'held' order by askedAt, id",
                HeldContacts.class).setParameter("organisation", organisation).getResultList();
    }

    /** The next version; of two at once the database refuses one. */
    ContactVersion write(String organisation, ContactBook book, String by, Instant at) {
        ContactVersion next = new ContactVersion();
        next.organisation = organisation;
        next.version = latest(organisation).map(version -> version.version).orElse(0) + 1;
        next.document = written(book);
        next.writtenBy = by;
        next.writtenAt = at;
        persistAndFlush(next);
        return next;
    }

    static String written(ContactBook book) {
        return Json.MAPPER.valueToTree(book).toString();
    }
}
