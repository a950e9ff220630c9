package org.tocsin.web.paging;

import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A part of a list and nothing else. */
public record Slice<T>(
        @Schema(description = "In the order that the operation says") List<T> items,
        @Schema(description = "The address of the next part, with the same filters; absent on the last") @Nullable String next)
        implements Part<T> {

    /** A list that is never so long that it needs parts. */
    public static <T> Slice<T> whole(List<T> items) {
        return new Slice<>(items, null);
    }

    /**
     * @param found at most {@code limit} items and one more, by which is known that there is a next part
     * @param next  makes the next part's address of the last item of this one
     */
    public static <T> Slice<T> of(List<T> found, int limit, Function<T, String> next) {
        return found.size() <= limit ? whole(found) : new Slice<>(List.copyOf(found.subList(0, limit)), next.apply(found.get(limit - 1)));
    }
}
