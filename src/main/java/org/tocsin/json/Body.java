package org.tocsin.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import org.tocsin.problem.Problem;

/**
 * A JSON body of one shape.
 *
 * @param <T> the record that it becomes
 */
public final class Body<T> {

    private static final int SMALL_BYTES = 16 * 1024;
    private static final int SMALL_DEPTH = 5;

    private final Class<T> type;
    private final Shape shape;
    private final StrictReader reader;
    private final int limitBytes;

    /** A small one, as requests to act on something have it. */
    public Body(Class<T> type) {
        this(type, SMALL_BYTES, SMALL_DEPTH);
    }

    public Body(Class<T> type, int limitBytes, int depth) {
        this.type = type;
        this.shape = Shape.of(type);
        this.reader = new StrictReader(limitBytes, depth);
        this.limitBytes = limitBytes;
    }

    /** @throws Problem 413 when it is too large, 400 or 422 with every fault */
    public T read(InputStream body) {
        return read(bytes(body, limitBytes));
    }

    /** @throws Problem 400 or 422 with every fault */
    public T read(byte[] body) {
        Reading reading = reader.read(body);
        Faults faults = new Faults();
        faults.addAll(reading.faults());
        faults.addAll(shape.check(reading.tree()));
        if (!faults.none()) {
            throw Problem.invalid("request", faults.list());
        }
        try {
            return Json.MAPPER.treeToValue(reading.tree(), type);
        } catch (JsonProcessingException shapeAndRecordDisagree) {
            throw new IllegalStateException("a body of the right shape does not bind", shapeAndRecordDisagree);
        }
    }

    /**
     * Takes a request's body, no more of it than is accepted.
     *
     * @throws Problem 413 when there is more, 400 when it broke off
     */
    public static byte[] bytes(InputStream body, int limitBytes) {
        try {
            byte[] bytes = body.readNBytes(limitBytes + 1);
            if (bytes.length > limitBytes) {
                throw Problem.tooLarge(limitBytes);
            }
            return bytes;
        } catch (IOException brokenOff) {
            throw Problem.brokenOff();
        }
    }
}
