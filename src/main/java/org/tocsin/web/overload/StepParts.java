package org.tocsin.web.overload;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Function;

/** Parts that are written step by step: each step writes some of the body and says which is the next. */
public final class StepParts implements Parts {

    /** Writes what belongs to it. */
    public interface Step {

        /** @return the next step; null after the last */
        Step run() throws IOException;
    }

    private static final int ENOUGH_BYTES = 128 * 1024;

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private Step step;

    /** @param first makes the first step, which like all others writes to the stream that it is given */
    public StepParts(Function<OutputStream, Step> first) {
        step = first.apply(written);
    }

    @Override
    public byte[] next() throws IOException {
        while (step != null && written.size() < ENOUGH_BYTES) {
            step = step.run();
        }
        if (written.size() == 0) {
            return null;
        }
        byte[] part = written.toByteArray();
        written.reset();
        return part;
    }
}
