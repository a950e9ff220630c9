package org.tocsin.web.query;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares the parameters of an operation that reads its query by itself, and not by arguments. Such an operation of the API
 * also refuses by itself, so that it can tell all faults at once: its reader begins with those of {@link QueryFaults}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ReadsQuery {

    /** An enum. */
    Class<? extends QueryParameter> value();
}
