package org.tocsin.local;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The Chromium that page tests drive: named by TOCSIN_BROWSER, or one on the PATH, or, when bin/test asks for it
 * ({@code -Dtocsin.browser.install=true}), one installed now.
 */
public final class Browser {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private Browser() {
    }

    public static Path executable() {
        return named().or(Browser::onPath)
                .or(() -> Boolean.getBoolean("tocsin.browser.install") ? BrowserInstall.install() : Optional.empty())
                .orElseThrow(() -> new StackFailure("No Chromium for the page tests. Install chromium,"
                        + " or name one in TOCSIN_BROWSER, or let bin/test install it."));
    }

    /** What Chromium must be told: it does not run its sandbox as root, and /dev/shm is small in containers. */
    public static List<String> arguments() {
        return "root".equals(System.getProperty("user.name"))
                ? List.of("--no-sandbox", "--disable-dev-shm-usage")
                : List.of("--disable-dev-shm-usage");
    }

    private static Optional<Path> named() {
        return Optional.ofNullable(System.getenv("TOCSIN_BROWSER")).filter(name -> !name.isBlank()).map(name -> {
            if (!Files.isExecutable(Path.of(name))) {
                throw new StackFailure("TOCSIN_BROWSER is not a program: " + name);
            }
            return Path.of(name);
        });
    }

    static Optional<Path> onPath() {
        return NAMES.stream().flatMap(Browser::onPath).findFirst();
    }

    static Stream<Path> onPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(directory -> !directory.isBlank())
                .map(directory -> Path.of(directory, program))
                .filter(Files::isExecutable);
    }
}
