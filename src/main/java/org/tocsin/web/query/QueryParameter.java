package org.tocsin.web.query;

/** One parameter of an operation that reads its query by itself; an enum of these is all that it may read. */
public interface QueryParameter {

    /** As it stands in the address. */
    String code();

    /** Whether it may be given several times. */
    boolean isRepeatable();
}
