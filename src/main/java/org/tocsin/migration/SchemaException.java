package org.tocsin.migration;

/** Ends a start: the database does not have the tables that this code needs. Its message says what to do. */
public final class SchemaException extends RuntimeException {

    SchemaException(String message) {
        super(message);
    }
}
