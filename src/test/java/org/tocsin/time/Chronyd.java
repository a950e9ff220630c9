package org.tocsin.time;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A real chronyd on loopback, which never sets a clock ({@code -x}). The folder that {@code -Dtocsin.chrony} names holds the
 * unpacked packages chrony and libfaketime of Debian: docs/audit.md says how to get them.
 */
final class Chronyd implements AutoCloseable {

    static final String PROGRAMS = "tocsin.chrony";

    private final Path directory;
    private final String address;
    private final int port = freePort();
    private final int commands = freePort();
    private final Process process;

    private Chronyd(Path parent, int number, List<String> lines, String clock) throws IOException {
        directory = Files.createDirectory(parent.resolve("chronyd-" + number));
        // A client takes servers with one address for one.
        address = "127.0.0." + number;
        Path settings = Files.write(directory.resolve("chrony.conf"), Stream.concat(lines.stream(), Stream.of(
                "bindaddress " + address, "port " + port, "allow 127.0.0.0/8",
                "cmdport " + commands, "bindcmdaddress 127.0.0.1", "bindcmdaddress /",
                "pidfile " + directory.resolve("pid"), "user " + System.getProperty("user.name"))).toList());
        ProcessBuilder program = new ProcessBuilder(program("usr/sbin/chronyd"), "-U", "-x", "-d", "-f", settings.toString());
        if (clock != null) {
            program.environment().putAll(FakeTime.by(clock));
        }
        process = program.redirectErrorStream(true).redirectOutput(directory.resolve("log").toFile()).start();
    }

    /** A server that gives out the clock of this host. */
    static Chronyd serving(Path parent, int number) throws IOException {
        return new Chronyd(parent, number, List.of("local stratum 8"), null);
    }

    /** @param clock what libfaketime makes of this host's clock, as "+3600s" */
    static Chronyd serving(Path parent, int number, String clock) throws IOException {
        return new Chronyd(parent, number, List.of("local stratum 8"), clock);
    }

    /** @param clock as above, or null for the host's own */
    static Chronyd following(Path parent, int number, String clock, Chronyd... servers) throws IOException {
        return new Chronyd(parent, number, Stream.of(servers)
                .map(server -> "server " + server.address + " port " + server.port + " iburst minpoll 0 maxpoll 1").collect(Collectors.toList()), clock);
    }

    String address() {
        return address + ":" + port;
    }

    /** A program for {@code tocsin.time.chronyc}: the real one, which asks this daemon. */
    String chronyc() {
        try {
            Path script = Files.writeString(directory.resolve("chronyc"),
                    "#!/bin/sh\nexec " + program("usr/bin/chronyc") + " -h 127.0.0.1 -p " + commands + " \"$@\"\n");
            return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------")).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String program(String path) {
        return Path.of(System.getProperty(PROGRAMS), path).toAbsolutePath().toString();
    }

    private static int freePort() {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops the daemon, so that nobody answers. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
