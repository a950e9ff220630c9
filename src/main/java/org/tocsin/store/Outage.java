package org.tocsin.store;

import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javax.transaction.xa.XAException;

/**
 * Tells failures of the database as a whole, which pass by themselves, from failures of a statement. In the midst of a
 * commit such a failure leaves its outcome unknown.
 */
public final class Outage {

    /** PostgreSQL 18, appendix A: connection exceptions; insufficient resources, such as too many connections. */
    private static final List<String> CLASSES = List.of("08", "53");
    /** Shutdown by an administrator, after a crash, and while it starts; a session ended; a standby that does not write. */
    private static final Set<String> STATES = Set.of("57P01", "57P02", "57P03", "57P05", "25006");
    /** Agroal says it in words alone. */
    private static final String NO_CONNECTION_IN_TIME = "cquisition timeout";

    private Outage() {
    }

    /** Whether the database could not be reached, or went away meanwhile. */
    public static boolean caused(Throwable failure) {
        Set<Throwable> all = all(failure);
        if (all.stream().anyMatch(Outage::isOutage)) {
            return true;
        }
        // A commit that failed without the database's own reason: its answer never came.
        boolean reasoned = all.stream().anyMatch(each -> each instanceof SQLException sql && sql.getSQLState() != null);
        return !reasoned && all.stream().anyMatch(Outage::isBrokenCommit);
    }

    private static boolean isOutage(Throwable failure) {
        if (!(failure instanceof SQLException sql)) {
            return false;
        }
        String state = sql.getSQLState();
        if (state == null) {
            return sql instanceof SQLTransientConnectionException || sql instanceof SQLRecoverableException
                    || sql.getCause() instanceof TimeoutException || String.valueOf(sql.getMessage()).contains(NO_CONNECTION_IN_TIME);
        }
        return CLASSES.stream().anyMatch(state::startsWith) || STATES.contains(state);
    }

    private static boolean isBrokenCommit(Throwable failure) {
        return failure instanceof XAException || failure instanceof RollbackException
                || failure instanceof HeuristicMixedException || failure instanceof HeuristicRollbackException;
    }

    /** With causes, what was suppressed, and the further exceptions of a batch; each once, for they may point in circles. */
    private static Set<Throwable> all(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> next = new ArrayDeque<>();
        next.add(failure);
        while (!next.isEmpty()) {
            Throwable each = next.remove();
            if (seen.add(each)) {
                next.addAll(List.of(each.getSuppressed()));
                if (each.getCause() != null) {
                    next.add(each.getCause());
                }
                if (each instanceof SQLException sql && sql.getNextException() != null) {
                    next.add(sql.getNextException());
                }
            }
        }
        return seen;
    }
}
