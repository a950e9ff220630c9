package org.tocsin.webhook;

/**
 * How a try ended.
 *
 * @param status what was answered; null when nothing was
 * @param reason for the organisation's people; null when it was taken
 */
record Answer(Kind kind, Integer status, String reason) {

    enum Kind {
        /** It was taken. */
        DELIVERED,
        /** It was refused, and will be again until someone changes something there. */
        REFUSED,
        /** The place says that it wants nothing any more. */
        GONE,
        /** Nobody was there, or nobody was able. */
        UNANSWERED
    }

    /** What each status means: 408, 425, 429 and 5xx are bad days, which pass by themselves; the rest of 4xx is not. */
    static Answer of(int status) {
        if (status >= 200 && status < 300) {
            return new Answer(Kind.DELIVERED, status, null);
        }
        if (status == 410) {
            return new Answer(Kind.GONE, status, "It answered 410: it wants nothing any more.");
        }
        if (status >= 300 && status < 400) {
            return new Answer(Kind.REFUSED, status, "It answered " + status + ": redirects are not followed.");
        }
        boolean passes = status >= 500 || status == 408 || status == 425 || status == 429;
        return new Answer(passes ? Kind.UNANSWERED : Kind.REFUSED, status, "It answered " + status + ".");
    }

    static Answer refused(String reason) {
        return new Answer(Kind.REFUSED, null, reason);
    }

    static Answer unanswered(String reason) {
        return new Answer(Kind.UNANSWERED, null, reason);
    }
}
