package org.tocsin.audit.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.audit.log.Malformed;

/** What is found out, in the order of the file. */
final class Findings {

    /** @return the statement as it was proved; it throws {@link Malformed} with the reason when it is not */
    interface Proof {
        String get() throws IOException;
    }

    private final List<Finding> all = new ArrayList<>();

    /** @param statement what is said of it when it is not proved */
    void check(String statement, Proof proof) {
        try {
            all.add(Finding.proved(proof.get()));
        } catch (Malformed why) {
            all.add(Finding.notProved(statement, why.getMessage()));
        } catch (IOException notJson) {
            all.add(Finding.notProved(statement, "it cannot be read"));
        }
    }

    void add(Finding finding) {
        all.add(finding);
    }

    void addAll(List<Finding> others) {
        all.addAll(others);
    }

    List<Finding> list() {
        return List.copyOf(all);
    }
}
