package org.tocsin.audit;

/**
 * Who did something: an identifier that never passes to anybody else, and the name at that time, for people to read.
 *
 * @param id   see {@link #person} and {@link #client}; null for a role that stands for an account, a destination, and this service
 * @param name a person's user name, a client's id, a role, or tocsin
 */
public record Actor(String id, String name) {

    /** What this service does by itself. */
    public static final Actor TOCSIN = named("tocsin");

    private static final String CLIENT = "client:";

    /**
     * A person, by issuer and subject (OpenID Connect Core section 5.7): another account may get the user name later, and never the
     * subject. An issuer has no fragment, so the two can be told apart.
     */
    public static Actor person(String issuer, String subject, String name) {
        return new Actor(issuer + "#" + subject, name);
    }

    /** A machine, by the id of its client: that is not given twice. */
    public static Actor client(String client) {
        return new Actor(CLIENT + client, client);
    }

    /** Somebody or something that is no account. */
    public static Actor named(String name) {
        return new Actor(null, name);
    }

    /** Of a person, as the identity provider of our people calls the account; null for others. */
    public String subject() {
        return id == null || isClient() ? null : id.substring(id.indexOf('#') + 1);
    }

    public boolean isClient() {
        return id != null && id.startsWith(CLIENT);
    }

    /** @param other an identifier that was kept; null, as of rows from before there were any, is nobody's */
    public boolean is(String other) {
        return id != null && id.equals(other);
    }
}
