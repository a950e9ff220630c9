package org.tocsin.audit;

/** Who may read an entry beside liaisons and auditors. */
public enum Audience {
    /** The organisation that it concerns. */
    OPERATOR,
    /** Nobody else. */
    INTERNAL;

    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
