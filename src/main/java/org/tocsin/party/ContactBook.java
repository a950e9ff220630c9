package org.tocsin.party;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How an organisation is reached. */
@Schema(name = "Contacts")
public record ContactBook(
        @Schema(maxItems = 10, description = "Where mail about its reports goes") List<MailAddress> mail,
        @Schema(maxItems = 10, description = "Telephone numbers") List<PhoneNumber> phones,
        @Schema(maxItems = 10, description = "Ways that stay when mail and phones are in someone else's hands; "
                + "they are what a liaison uses for a call-back") List<OtherWay> outOfBand) {

    static final ContactBook EMPTY = new ContactBook(null, null, null);

    public ContactBook {
        mail = mail == null ? List.of() : List.copyOf(mail);
        phones = phones == null ? List.of() : List.copyOf(phones);
        outOfBand = outOfBand == null ? List.of() : List.copyOf(outOfBand);
    }
}
