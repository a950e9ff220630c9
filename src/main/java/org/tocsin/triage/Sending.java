package org.tocsin.triage;

import com.fasterxml.jackson.annotation.JsonValue;
import org.tocsin.json.WireWord;

/** How it stands with the deliveries of the newest revision that was released. */
public enum Sending {
    NOT_SENT("Not sent"),
    UNDER_WAY("On its way"),
    FAILING("Failing"),
    DELIVERED("Delivered"),
    GIVEN_UP("Given up");

    private final String title;

    Sending(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    @JsonValue
    public String code() {
        return WireWord.of(this);
    }

    /** What needs somebody's eye comes before what does not. */
    static Sending of(boolean failing, boolean pending, boolean givenUp, boolean any) {
        if (!any) {
            return NOT_SENT;
        }
        return failing ? FAILING : givenUp ? GIVEN_UP : pending ? UNDER_WAY : DELIVERED;
    }
}
