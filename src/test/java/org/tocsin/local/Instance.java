package org.tocsin.local;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/** The packaged service as a child of the stack: what is delivered, in the profile {@code demo}. */
public final class Instance implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** Above the jar's own application.properties (250), below environment and system properties (300, 400). */
    private static final String ORDINAL = "275";

    private final Home home;
    private final String name;
    private final Path jar;
    private final Map<String, String> settings;
    private Child child;

    private Instance(Home home, String name, Path jar, Map<String, String> settings) {
        this.home = home;
        this.name = name;
        this.jar = jar;
        this.settings = settings;
    }

    public static Instance start(Home home, String name, Path jar, Map<String, String> settings) {
        Instance instance = new Instance(home, name, jar.toAbsolutePath(), settings);
        instance.start();
        return instance;
    }

    /** Also after {@link #stop()} or {@link #kill()}: the same settings, the same data. */
    public void start() {
        if (!Files.isRegularFile(jar)) {
            throw new StackFailure("The service is not packaged: " + jar + " is missing. Run: mvn -DskipTests package");
        }
        Path file = home.settings(name);
        Pem.write(file, properties());
        ProcessBuilder program = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx224m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError",
                // What the compiler borrowed goes back to the system (JDK 17.0.12 and later know how).
                "-XX:+IgnoreUnrecognizedVMOptions", "-XX:TrimNativeHeapInterval=10000",
                "-Dquarkus.profile=demo", "-Dquarkus.config.locations=" + file.toUri(), "-jar", jar.toString());
        // Quarkus reads config/ and .env of the directory that it starts in; ours has neither.
        program.directory(home.run().toFile());
        // Each thread's own pool of native memory would cost more than it gains.
        program.environment().put("MALLOC_ARENA_MAX", "2");
        child = Child.start(name, home, program);
        try {
            child.await("it was ready", PATIENCE, this::ready);
        } catch (RuntimeException e) {
            child.stop();
            throw e;
        }
    }

    private String properties() {
        Properties properties = new Properties();
        properties.putAll(settings);
        properties.setProperty("config_ordinal", ORDINAL);
        StringWriter text = new StringWriter();
        try {
            properties.store(text, "Written at each start");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    public boolean ready() {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(managementAddress() + "/q/health/ready")).timeout(Duration.ofSeconds(5)).build();
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while waiting for " + name, e);
        }
    }

    public String name() {
        return name;
    }

    public String address() {
        return "http://localhost:" + settings.get("quarkus.http.port");
    }

    /** Where it says how it is. */
    public String managementAddress() {
        return "http://localhost:" + settings.get("quarkus.management.port");
    }

    public String tlsAddress() {
        return "https://localhost:" + settings.get("quarkus.http.ssl-port");
    }

    public long pid() {
        return child.pid();
    }

    /** What it holds of the machine's memory now, or -1 where the system does not say (only Linux does). */
    public long residentMebibytes() {
        try (Stream<String> status = Files.lines(Path.of("/proc", Long.toString(child.pid()), "status"))) {
            return status.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst().orElse(-1);
        } catch (IOException notLinux) {
            return -1;
        }
    }

    boolean alive() {
        return child.alive();
    }

    public void stop() {
        child.stop();
    }

    /** SIGKILL: nothing is finished, nothing is said. */
    public void kill() {
        child.kill();
    }

    @Override
    public void close() {
        stop();
    }
}
