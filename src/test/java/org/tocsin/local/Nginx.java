package org.tocsin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Debian's nginx before the service under test, as docs/configuration.md says. */
public final class Nginx implements AutoCloseable {

    private static final Path PAGE = Path.of("docs", "configuration.md");
    private static final Pattern EXAMPLE = Pattern.compile("```nginx\n(.*?)```", Pattern.DOTALL);
    private static final long STOPS_WITHIN_SECONDS = 20;

    private final Process process;
    private final int port;

    private Nginx(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    public static Optional<Path> program() {
        return Stream.of("/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx").map(Path::of).filter(Files::isExecutable).findFirst();
    }

    /** @param source the address from which it connects to the service */
    public static Nginx before(URI service, String source, Path directory) {
        try {
            int port = freePort();
            Path file = directory.resolve("nginx.conf");
            Files.writeString(file, configuration(service, source, directory, port));
            Process process = new ProcessBuilder(program().orElseThrow().toString(), "-p", directory.toString(), "-c", file.toString(),
                    "-e", directory.resolve("error.log").toString()).redirectErrorStream(true)
                    .redirectOutput(directory.resolve("out.log").toFile()).start();
            Nginx nginx = new Nginx(process, port);
            Await.until("nginx listens", () -> nginx.answers(directory));
            return nginx;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    private boolean answers(Path directory) {
        if (!process.isAlive()) {
            throw new StackFailure("nginx ended; see " + directory.resolve("error.log"));
        }
        try (RawConnection connection = RawConnection.open("127.0.0.1", address())) {
            return true;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    /** The documented part, but for names and TLS, and what any nginx needs around it. */
    private static String configuration(URI service, String source, Path directory, int port) throws IOException {
        Matcher example = EXAMPLE.matcher(Files.readString(PAGE));
        if (!example.find()) {
            throw new IllegalStateException(PAGE + " has no example for nginx");
        }
        String documented = example.group(1)
                .replace("listen 443 ssl http2;", "listen 127.0.0.1:" + port + ";")
                .replace("http://tocsin:8080;", "http://" + service.getHost() + ":" + service.getPort() + "; proxy_bind " + source + ";");
        return """
                daemon off;
                master_process off;
                pid %1$s/nginx.pid;
                events { worker_connections 1024; }
                http {
                    access_log off;
                    client_body_temp_path %1$s/body;
                    proxy_temp_path %1$s/proxy;
                    fastcgi_temp_path %1$s/fastcgi;
                    uwsgi_temp_path %1$s/uwsgi;
                    scgi_temp_path %1$s/scgi;
                %2$s
                }
                """.formatted(directory, documented);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOPS_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
