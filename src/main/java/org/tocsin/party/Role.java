package org.tocsin.party;

/** The roles that the identity provider gives, by their names in the token. */
public final class Role {

    /** A person of an organisation that reports. */
    public static final String OPERATOR = "operator";
    /** A machine of an organisation that reports. */
    public static final String SENSOR = "sensor";
    /** A person of the CERT or of us who triages and releases. */
    public static final String LIAISON = "liaison";
    /** Reads everything, changes nothing. */
    public static final String AUDITOR = "auditor";
    /** Keeps organisations, clients and destinations. */
    public static final String ADMIN = "admin";
    /** Whoever keeps watch over the audit log from outside. Reads it, and nothing else. */
    public static final String WITNESS = "witness";
    /** Another system that hands reports over. */
    public static final String PEER = "peer";

    /** What operators read where a liaison acted: whose account it was is no business of theirs. */
    public static final String LIAISON_TO_OPERATORS = "CERT liaison";

    /** The same, of an admin. */
    public static final String ADMIN_TO_OPERATORS = "administrator";

    private Role() {
    }
}
