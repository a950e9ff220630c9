package org.tocsin.web;

import org.tocsin.party.Caller;

/** A slot: where someone's work lies. Rooms above put theirs into the menu; home leads to the first of them. */
public interface Desk {

    /** The lower, the further to the left. */
    int order();

    String title();

    String path();

    boolean isFor(Caller caller);
}
