package org.tocsin.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the operator has said of a report that was filed on its behalf. */
public enum Confirmation {
    /** Nothing yet. */
    UNCONFIRMED,
    /** It is right. */
    CONFIRMED,
    /** It is not right, or not its own. */
    CONTESTED;

    /** The word on the wire and in the database. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Confirmation> of(String code) {
        return Stream.of(values()).filter(confirmation -> confirmation.code().equals(code)).findFirst();
    }
}
