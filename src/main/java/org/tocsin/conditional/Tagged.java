package org.tocsin.conditional;

/**
 * A record of all that is at one address, as it is answered by GET there and by whatever changes it. The answer has an ETag, and GET with
 * If-None-Match is answered 304 while nothing has changed ({@link EntityTags}).
 */
public interface Tagged {

    /** What GET answers with at this moment, to the same reader; this, unless the answer to a change says more. */
    default Record atItsAddress() {
        return (Record) this;
    }

    /** The tag that GET gives. */
    default ETag entityTag() {
        return ETag.ofContent(atItsAddress());
    }
}
