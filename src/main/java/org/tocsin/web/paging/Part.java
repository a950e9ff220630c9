package org.tocsin.web.paging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a list as it is answered: items, and where the next part is. Some lists have facts of their own beside these. */
public interface Part<T> {

    List<T> items();

    /** The address of the next part; null on the last. */
    @Nullable String next();
}
