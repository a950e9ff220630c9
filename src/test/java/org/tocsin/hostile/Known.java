package org.tocsin.hostile;

import java.util.List;
import java.util.Random;

/** What sound requests are made of: tokens, and names of things that are there. */
interface Known {

    /** @return a value of this parameter of the path that the operation knows, where there is one */
    String value(ApiOperation operation, String parameter);

    /** @return mostly of a caller that has a role for the operation */
    String token(Random random, ApiOperation operation);

    /** @return of any caller */
    String anyToken(Random random);

    static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
