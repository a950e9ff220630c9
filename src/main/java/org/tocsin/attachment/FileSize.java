package org.tocsin.attachment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.tocsin.web.Speech;

/** A file's size as people read it. */
final class FileSize {

    private static final int STEP = 1024;

    private FileSize() {
    }

    /** 999 bytes, 1.5 KiB, 25 MiB */
    static String words(long bytes) {
        if (bytes < STEP) {
            return Speech.of(bytes == 1 ? "size_byte" : "size_bytes", bytes);
        }
        return bytes < STEP * STEP ? in(bytes, STEP, "KiB") : in(bytes, STEP * STEP, "MiB");
    }

    private static String in(long bytes, int unit, String name) {
        return BigDecimal.valueOf(bytes).divide(BigDecimal.valueOf(unit), 1, RoundingMode.HALF_UP)
                .stripTrailingZeros().toPlainString().replace(".", Speech.of("decimal_mark")) + " " + name;
    }
}
