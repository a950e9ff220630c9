package org.tocsin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps a port for this process from the moment that it is chosen, before anything listens there. The processes of tests agree on it by
 * locks on files, which the system gives back when a process ends.
 */
final class PortReservation {

    static final Path DIRECTORY = Path.of(System.getProperty("java.io.tmpdir"), "tocsin-ports-" + System.getProperty("user.name"));
    /** Held until the process ends; an unreachable channel would be closed, and its lock lost. */
    private static final List<FileLock> HELD = new ArrayList<>();
    /** What this process has taken, by whichever class loader; the lock of a file is no help within one process. */
    private static final String TAKEN = "org.tocsin.local.port.";

    private PortReservation() {
    }

    /** @return whether it is ours now, and was nobody's before */
    static boolean take(int port) {
        synchronized (System.getProperties()) {
            if (System.getProperty(TAKEN + port) != null || !locked(port)) {
                return false;
            }
            System.setProperty(TAKEN + port, "taken");
            return true;
        }
    }

    private static boolean locked(int port) {
        try {
            Files.createDirectories(DIRECTORY);
            FileChannel channel = FileChannel.open(DIRECTORY.resolve(Integer.toString(port)), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                return false;
            }
            HELD.add(lock);
            return true;
        } catch (OverlappingFileLockException inThisProcess) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
