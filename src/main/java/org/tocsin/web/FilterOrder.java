package org.tocsin.web;

/**
 * Lists the Vert.x filters in the order in which they see a request: the higher number is first. Quarkus sets up
 * authentication at {@link #AUTHENTICATION} and applies its path policies at {@link #AUTHORIZATION}; routing follows at 0.
 */
public final class FilterOrder {

    /** First of all, so that refusals tell our time too. */
    public static final int DATE = 10_000;
    /** Before whatever may refuse: refusals over TLS say too that there is no other way here. */
    public static final int TRANSPORT = 9_950;
    /** Refusals are kept by nobody either. */
    public static final int CACHING = 9_900;
    /** Before whatever reads the path: no other filter, policy or route sees a path that we do not have. */
    public static final int PATH = 9_000;
    /** Before whatever reads a header: doubled or contradictory ones go no further. */
    public static final int FRAMING = 8_000;
    /** Before any work for a request: who has too many open gets no more. */
    public static final int CONNECTIONS = 7_000;
    /** Before the filters that compare paths. It starts the request over with the decoded path, and PATH checks that one too. */
    public static final int ENCODED_COLONS = 6_000;
    /** Before the first filter that may answer a page, so that its refusals carry the headers of pages. */
    public static final int PAGE_HEADERS = 5_100;
    /** Before a body is read: a form from another site is refused by its headers alone. */
    public static final int SAME_ORIGIN = 5_000;
    /** Before a body is read: one that is declared too large is refused by its headers alone. */
    public static final int BODY_LIMIT = 4_000;
    /** Before authentication, which a token with wrong times never gets past. */
    public static final int QUARANTINE = 500;
    /** Quarkus's own: from here on a filter can ask who is calling. */
    public static final int AUTHENTICATION = 200;
    /** After authentication is set up, before it is demanded: a form without a session is kept. */
    public static final int PARKING = 150;
    /** Quarkus's own: path policies. */
    public static final int AUTHORIZATION = 100;

    private FilterOrder() {
    }
}
