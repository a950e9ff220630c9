package org.tocsin.json;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.problem.Fault;

/** Collects what is wrong with one document, up to a cap: a hostile body must not buy an endless answer. */
public final class Faults {

    /** More than anyone would correct at one sitting. */
    public static final int CAP = 100;

    private final List<Fault> found = new ArrayList<>();
    private boolean more;

    /** @param values what the message says of this case, for who says it in another language */
    public void add(Path at, String code, String message, Object... values) {
        if (full()) {
            more = true;
        } else {
            found.add(new Fault(at.toString(), code, message, values));
        }
    }

    public void addAll(List<Fault> others) {
        for (Fault fault : others) {
            if (full()) {
                more = true;
                return;
            }
            found.add(fault);
        }
    }

    /** Loops ask this to stop early; whoever stops says so with {@link #thereIsMore()}. */
    public boolean full() {
        return found.size() >= CAP;
    }

    public void thereIsMore() {
        more = true;
    }

    public boolean none() {
        return found.isEmpty();
    }

    public List<Fault> list() {
        List<Fault> all = new ArrayList<>(found);
        if (more) {
            all.add(new Fault("", "too-many-faults",
                    "There are more than " + CAP + " faults; correct these and send again to see the rest."));
        }
        return List.copyOf(all);
    }
}
