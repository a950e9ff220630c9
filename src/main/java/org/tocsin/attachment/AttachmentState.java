package org.tocsin.attachment;

import com.fasterxml.jackson.annotation.JsonValue;
import org.tocsin.json.WireWord;

/** What is known of a content's harmlessness. The ways are: quarantined to clean or infected. The others are final. */
public enum AttachmentState {
    /** Waits for the scanner; nobody gets it. */
    QUARANTINED,
    CLEAN,
    /** The scanner found something; nobody gets it. */
    INFECTED,
    /** There was no scanner when it came. */
    NOT_SCANNED;

    public boolean isGivenOut() {
        return this == CLEAN || this == NOT_SCANNED;
    }

    /** The word on the wire and in the database. */
    @JsonValue
    public String code() {
        return WireWord.of(this);
    }

    static AttachmentState of(String code) {
        return WireWord.parse(AttachmentState.class, code);
    }
}
