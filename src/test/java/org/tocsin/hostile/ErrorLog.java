package org.tocsin.hostile;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.formatters.PatternFormatter;

/** Listens to what threads that serve requests log as an error, from when it is opened until it is closed. */
public final class ErrorLog extends Handler implements AutoCloseable {

    private static final Pattern SERVING = Pattern.compile("^(executor-thread|vert\\.x-)");

    private final PatternFormatter format = new PatternFormatter("%p %c %s%e");
    private final List<String> entries = new CopyOnWriteArrayList<>();

    private ErrorLog() {
        setLevel(Level.ERROR);
    }

    public static ErrorLog opened() {
        ErrorLog log = new ErrorLog();
        Logger.getLogger("").addHandler(log);
        return log;
    }

    /** As they would be written, with their exceptions. */
    public List<String> entries() {
        return entries;
    }

    @Override
    public void publish(LogRecord entry) {
        // What runs in the background may fail meanwhile, and has its own tests.
        if (isLoggable(entry) && SERVING.matcher(((ExtLogRecord) entry).getThreadName()).find()) {
            entries.add(format.format(entry));
        }
    }

    @Override
    public void flush() {
        // nothing is held back
    }

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
