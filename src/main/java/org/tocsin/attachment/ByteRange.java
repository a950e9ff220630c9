package org.tocsin.attachment;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tocsin.problem.Problem;

/**
 * Which bytes of a content are wanted (RFC 9110 section 14).
 *
 * @param from  the first
 * @param before the one after the last
 * @param whole whether no part was asked for
 */
record ByteRange(long from, long before, boolean whole) {

    private static final Pattern SINGLE = Pattern.compile("bytes\\s*=\\s*(\\d{0,18})\\s*-\\s*(\\d{0,18})\\s*");

    /**
     * @param range   the Range header; null when there is none
     * @param ifRange the If-Range header: the range counts only while the content still has this tag
     * @param tag     the content's entity tag, quoted
     * @return all of it also for what we do not serve: other units, several ranges
     * @throws Problem 416 when there is no such byte
     */
    static ByteRange of(String range, String ifRange, String tag, long size) {
        Matcher asked = range == null ? null : SINGLE.matcher(range.strip());
        boolean stale = ifRange != null && !ifRange.strip().equals(tag);
        if (asked == null || stale || !asked.matches() || asked.group(1).isEmpty() && asked.group(2).isEmpty()) {
            return new ByteRange(0, size, true);
        }
        if (asked.group(1).isEmpty()) {
            long last = Long.parseLong(asked.group(2));
            return checked(Math.max(0, size - last), size, size);
        }
        long from = Long.parseLong(asked.group(1));
        if (asked.group(2).isEmpty()) {
            return checked(from, size, size);
        }
        long last = Long.parseLong(asked.group(2));
        // The other way round it is no range at all, and is ignored (section 14.1.1).
        return last < from ? new ByteRange(0, size, true) : checked(from, Math.min(last + 1, size), size);
    }

    private static ByteRange checked(long from, long before, long size) {
        if (from >= before) {
            throw new Problem(416, "bad-range", "No such part", "The file has " + size + " bytes; the part that Range names has none of them.")
                    .with("size", size);
        }
        return new ByteRange(from, before, false);
    }

    long length() {
        return before - from;
    }

    String contentRange(long size) {
        return "bytes " + from + "-" + (before - 1) + "/" + size;
    }
}
