package org.tocsin.local;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Which test class runs now. JUnit says so before anything of the class runs; a class that runs again counts as another one.
 *
 * <p>Kept in a system property, because Quarkus loads the classes of the tests anew for each application that it starts.
 */
public final class RunningClass implements TestExecutionListener {

    private static final String RUNNING = "org.tocsin.local.running-class";
    /** With what stands before it, an organisation's id has at most 64 characters. */
    private static final int LONGEST = 48;

    private final Map<String, Integer> runs = new HashMap<>();

    @Override
    public void executionStarted(TestIdentifier test) {
        test.getSource().filter(ClassSource.class::isInstance).map(ClassSource.class::cast)
                .map(ClassSource::getClassName).filter(name -> !name.contains("$"))
                .ifPresent(name -> System.setProperty(RUNNING, numbered(name, runs.merge(name, 1, Integer::sum))));
    }

    private static String numbered(String className, int run) {
        return run == 1 ? word(className) : word(className) + "-" + run;
    }

    /** A word for the class, as ids are spelt: {@code org.tocsin.triage.QueuePagesTest} is {@code triage-queue-pages}. */
    static String word(String className) {
        String[] parts = className.split("\\.");
        String room = parts.length > 1 ? parts[parts.length - 2] + "-" : "";
        String word = room + parts[parts.length - 1].replaceFirst("(Test|IT)$", "").replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        return word.length() <= LONGEST ? word
                : word.substring(0, LONGEST - 9).replaceFirst("-$", "") + "-" + String.format("%08x", className.hashCode());
    }

    /** The word for the class that runs now: what stands in the names of its organisations, people and machines. */
    static String word() {
        String running = System.getProperty(RUNNING);
        if (running == null) {
            throw new IllegalStateException("No test class runs, or JUnit does not know of " + RunningClass.class.getName());
        }
        return running;
    }
}
