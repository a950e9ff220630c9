package org.tocsin.store;

import java.sql.SQLException;

/** Why the database refused a statement, where that is no failure but an answer. */
public enum Refusal {

    /** Waited too long for another's lock. */
    LOCK_NOT_AVAILABLE("55P03"),
    /** Another was first. */
    UNIQUE_VIOLATION("23505"),
    /** Two waited for each other, and this one gave way. */
    DEADLOCK("40P01"),
    /** The text has U+0000, which no column can hold. */
    NUL_IN_TEXT("22021"),
    /** The same within JSON. */
    NUL_IN_JSON("22P05");

    private final String sqlState;

    Refusal(String sqlState) {
        this.sqlState = sqlState;
    }

    public boolean caused(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sqlState.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
