package org.tocsin.delivery.document;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What of a document for a CERT its operator may read, here and at the CERT: everything that it said or knows itself. What liaisons
 * put into it is theirs. A member that is named in neither set is in neither; a test demands a decision for each.
 */
public final class ForOperators {

    /** The operator's own, or told to it. */
    static final Set<String> SHOWN = new TreeSet<>(
            Set.of("schema", "report", "operator", "submission", "enrichment", "filedOnBehalf", "withdrawal"));
    /** The liaison's. */
    static final Set<String> LEFT_OUT = Set.of("assessment");

    private ForOperators() {
    }

    /**
     * Two members of a JSON object for SQL's {@code json_build_object}: {@code document}, with what may be shown, and
     * {@code leftOut}, with the names of what may not. The bytes cannot be made from them again, so the digest stands beside them.
     *
     * @param column with the document's bytes; null in it gives null
     */
    public static String document(String column) {
        String shown = SHOWN.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", ", "array[", "]"));
        String members = "jsonb_each(convert_from(" + column + ", 'UTF8')::jsonb)";
        return "'document', (select jsonb_object_agg(key, value) from " + members + " where key = any(" + shown + ")),\n"
                + "'leftOut', (select coalesce(jsonb_agg(key order by key) filter (where key <> all(" + shown + ")), '[]') from " + members + ")";
    }
}
