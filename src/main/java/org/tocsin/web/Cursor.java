package org.tocsin.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A place in a list as it travels in an address: opaque, so that nobody builds one, and ours alone. */
public final class Cursor {

    private Cursor() {
    }

    /** @param parts without spaces in them */
    public static String write(Object... parts) {
        String plain = Stream.of(parts).map(String::valueOf).collect(Collectors.joining(" "));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param reader  makes a place of the parts; may throw as the parsers of numbers, times and ids do
     * @param written what {@link #write} makes of a place, as the place itself says it
     * @return nothing when we did not write it; also when it only looks as if we had
     */
    public static <T> Optional<T> read(String cursor, Function<String[], T> reader, Function<T, String> written) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            T place = reader.apply(plain.split(" "));
            return written.apply(place).equals(cursor) ? Optional.of(place) : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException notOurs) {
            return Optional.empty();
        }
    }
}
