package org.tocsin.local;

import java.util.Collections;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/**
 * Runs the test classes that share an application in another order each time, so that a test that needs another one before it fails soon.
 * The order follows from a seed, which is printed.
 */
public final class RandomOrder implements ClassOrderer {

    private static final String SEED = "tocsin.order";

    @Override
    public void orderClasses(ClassOrdererContext context) {
        long seed = Long.getLong(SEED, System.nanoTime());
        System.out.println("Order of test classes: run with -D" + SEED + "=" + seed + " to have it again");
        Collections.shuffle(context.getClassDescriptors(), new java.util.Random(seed));
    }
}
