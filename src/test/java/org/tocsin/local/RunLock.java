package org.tocsin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;

/** One stack for one directory: without it, a second start would take the first one's parts for leftovers and end them. */
record RunLock(FileChannel channel, FileLock lock) implements AutoCloseable {

    static RunLock take(Home home) {
        try {
            FileChannel channel = FileChannel.open(home.run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            // The system gives it back when the process ends, however it ends.
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new StackFailure("It is running already, in " + home.root());
            }
            return new RunLock(channel, lock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
