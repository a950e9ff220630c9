package org.tocsin.audit.verify;

/**
 * One statement, and whether it holds.
 *
 * @param because when it is not proved, why; otherwise what was seen, or empty
 */
public record Finding(boolean isProved, String statement, String because) {

    static Finding proved(String statement) {
        return new Finding(true, statement, "");
    }

    static Finding notProved(String statement, String because) {
        return new Finding(false, statement, because);
    }

    /** As a person reads it. */
    @Override
    public String toString() {
        return isProved ? "proved: " + statement : "NOT PROVED: " + statement + ", because " + because;
    }
}
