package org.tocsin.triage;

import org.tocsin.json.WireWord;


/** Whose reports are asked for. */
public enum Holder {
    MINE_OR_NOBODYS("Mine or nobody’s"),
    MINE("Mine"),
    NOBODYS("Nobody’s"),
    ANYONE("Anyone’s");

    private final String title;

    Holder(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** The word in an address: mine-or-nobodys. */
    public String code() {
        return WireWord.of(this);
    }
}
