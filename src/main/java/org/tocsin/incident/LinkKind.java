package org.tocsin.incident;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.tocsin.json.Json;

/** What two reports have to do with each other, in a liaison's view. */
public enum LinkKind {

    @JsonProperty("same-cause") SAME_CAUSE("Same cause"),
    @JsonProperty("same-attacker") SAME_ATTACKER("Same attacker"),
    @JsonProperty("same-weakness") SAME_WEAKNESS("Same weakness"),
    @JsonProperty("consequence") CONSEQUENCE("One follows from the other"),
    @JsonProperty("recurrence") RECURRENCE("The same again"),
    @JsonProperty("other") OTHER("Otherwise");

    private final String title;

    LinkKind(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** On the wire and in the database. */
    public String word() {
        return Json.word(this);
    }

    static LinkKind of(String word) {
        for (LinkKind kind : values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        return null;
    }
}
