package org.tocsin.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * What a file says now: whenever it is asked, it looks whether the file is still the one that was read. A file that is
 * replaced by one that cannot be read changes nothing: what was read last stays, and the log says so once.
 *
 * @param <T> what is read from it
 */
final class WatchedFile<T> {

    private static final Logger LOG = Logger.getLogger(WatchedFile.class);

    /** By what a file that was written anew differs; a mounted secret is another file behind the same name. */
    private record Mark(Object file, FileTime changed, long size) {
    }

    private record Known<T>(Mark mark, T content) {
    }

    private final Path file;
    private final Function<Path, T> reader;
    private volatile Known<T> known;

    /** @throws RuntimeException what the reader throws when the file cannot be read now */
    WatchedFile(Path file, Function<Path, T> reader) {
        this.file = file;
        this.reader = reader;
        Mark mark = mark();
        this.known = new Known<>(mark, reader.apply(file));
    }

    T get() {
        Known<T> last = known;
        Mark mark = mark();
        if (mark == null || mark.equals(last.mark)) {
            return last.content;
        }
        return readAgain(mark);
    }

    private synchronized T readAgain(Mark mark) {
        Known<T> last = known;
        if (!mark.equals(last.mark)) {
            known = new Known<>(mark, changed(last.content));
        }
        return known.content;
    }

    private T changed(T last) {
        try {
            T content = reader.apply(file);
            LOG.infof("A key file was read again file=%s", file);
            return content;
        } catch (RuntimeException unreadable) {
            LOG.warnf("A key file changed and cannot be read; what was in it is used on file=%s reason=%s", file, unreadable.getMessage());
            return last;
        }
    }

    /** Null while there is none. */
    private Mark mark() {
        try {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            return new Mark(found.fileKey(), found.lastModifiedTime(), found.size());
        } catch (IOException gone) {
            return null;
        }
    }
}
