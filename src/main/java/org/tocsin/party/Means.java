package org.tocsin.party;

import com.fasterxml.jackson.annotation.JsonValue;
import org.tocsin.json.WireWord;

/** By what we reach an organisation, or it us. */
public enum Means {
    MAIL,
    PHONES,
    SIGN_IN;

    /** The word on the wire and in the database. */
    @JsonValue
    public String code() {
        return WireWord.of(this);
    }
}
