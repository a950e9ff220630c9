package org.tocsin.time;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** The real libfaketime, from the folder that {@code -Dtocsin.chrony} names: what a process reads as the wall clock, but not the count of time. */
final class FakeTime {

    private static final int DEEPEST = 10;

    /** Java hangs without. */
    private static final String KEEP_COUNT = "FAKETIME_DONT_FAKE_MONOTONIC";

    private FakeTime() {
    }

    /** A clock that is wrong from the start, by this much: "+3600s". */
    static Map<String, String> by(String clock) throws IOException {
        return Map.of("LD_PRELOAD", library("libfaketime.so.1"), "FAKETIME", clock, KEEP_COUNT, "1");
    }

    /** A clock that is wrong by what stands in the file, at each moment. */
    static Map<String, String> from(Path file) throws IOException {
        return Map.of("LD_PRELOAD", library("libfaketimeMT.so.1"), "FAKETIME_TIMESTAMP_FILE", file.toString(), "FAKETIME_NO_CACHE", "1",
                KEEP_COUNT, "1");
    }

    private static String library(String name) throws IOException {
        Path libraries = Path.of(System.getProperty(Chronyd.PROGRAMS), "usr/lib").toAbsolutePath();
        try (Stream<Path> files = Files.find(libraries, DEEPEST, (path, about) -> path.endsWith(name))) {
            return files.findFirst().orElseThrow(() -> new IOException("no " + name + " in " + libraries)).toString();
        }
    }
}
