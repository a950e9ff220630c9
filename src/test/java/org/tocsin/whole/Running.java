package org.tocsin.whole;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.function.Supplier;
import org.tocsin.local.Home;
import org.tocsin.local.Keycloak;
import org.tocsin.local.LocalStack;
import org.tocsin.local.Ports;
import org.tocsin.local.Tokens;

/** The packaged service twice, with PostgreSQL and Keycloak, as bin/up runs it; started once for all tests of this process. */
final class Running {

    /** A crash is noticed within seconds, so that tests need not wait for the usual half minute. */
    private static final Map<String, String> IMPATIENT = Map.of(
            "tocsin.delivery.lease", "4s",
            "tocsin.background.heartbeat", "1s",
            // A busy machine takes long to start, and so to answer for the first time.
            "tocsin.audit.log.witness-timeout", "20s",
            // One machine files as fast as it can.
            "tocsin.limits.filing.client-per-minute", "1000000000");

    private static final Home HOME = Home.at(Path.of("target", "whole"));
    private static final Ports PORTS = Ports.free();
    private static LocalStack stack;

    private Running() {
    }

    static synchronized LocalStack stack() {
        if (stack == null) {
            Runtime.getRuntime().addShutdownHook(new Thread(Running::stop, "stop-whole"));
            stack = started(new LocalStack(HOME, PORTS, System.out::println).emptied());
        }
        return stack;
    }

    /** As Ctrl-C and a second bin/up do. */
    static synchronized LocalStack again() {
        stop();
        stack = started(new LocalStack(HOME, PORTS, System.out::println));
        return stack;
    }

    /** The file with the settings of an instance of this stack. */
    static Path settings(String instance) {
        stack();
        return HOME.settings(instance);
    }

    static Ports ports() {
        return PORTS;
    }

    static Api tocsin(Supplier<String> tokens) {
        return new Api(stack().tocsin().address(), tokens);
    }

    static Api cert(Supplier<String> tokens) {
        return new Api(stack().cert().address(), tokens);
    }

    static Tokens tokens() {
        return Tokens.from(stack().identity(), Keycloak.TOCSIN);
    }

    static Tokens certTokens() {
        return Tokens.from(stack().identity(), Keycloak.CERT);
    }

    private static LocalStack started(LocalStack fresh) {
        return fresh.start(EnumSet.allOf(LocalStack.Part.class), IMPATIENT);
    }

    private static synchronized void stop() {
        if (stack != null) {
            stack.close();
            stack = null;
        }
    }
}
