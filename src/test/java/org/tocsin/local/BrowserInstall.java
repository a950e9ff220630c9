package org.tocsin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gets a Chromium onto a machine that has none: from its own packages as root, otherwise as an npm package. */
final class BrowserInstall {

    private static final Home HOME = Home.ofDemo();
    private static final String PACKAGE = "@sparticuz/chromium@147";
    private static final String UNPACK = "import c from '@sparticuz/chromium'; console.log(await c.executablePath())";

    private BrowserInstall() {
    }

    static Optional<Path> install() {
        return fromSystem().or(BrowserInstall::fromNpm);
    }

    private static Optional<Path> fromSystem() {
        boolean possible = "root".equals(System.getProperty("user.name")) && Browser.onPath("apt-get").findAny().isPresent();
        return possible
                && run(Path.of("."), "apt-get", "update").isPresent()
                && run(Path.of("."), "apt-get", "install", "-y", "--no-install-recommends", "chromium").isPresent()
                ? Browser.onPath()
                : Optional.empty();
    }

    private static Optional<Path> fromNpm() {
        if (Browser.onPath("npm").findAny().isEmpty()) {
            return Optional.empty();
        }
        try {
            Path directory = Files.createDirectories(HOME.distributions().resolve("browser"));
            return run(directory, "npm", "install", "--prefix", directory.toString(), "--no-audit", "--no-fund", PACKAGE)
                    .flatMap(installed -> run(directory, "node", "--input-type=module", "-e", UNPACK))
                    .map(lines -> Path.of(lines.get(lines.size() - 1)))
                    .filter(Files::isExecutable);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return what the program said, if it ended well; what it said is in the log either way */
    private static Optional<List<String>> run(Path directory, String... command) {
        Path log = HOME.log("browser");
        try {
            ProcessBuilder program = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
            program.environment().put("DEBIAN_FRONTEND", "noninteractive");
            Process process = program.start();
            List<String> lines = process.inputReader().lines().toList();
            Files.write(log, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return process.waitFor() == 0 && !lines.isEmpty() ? Optional.of(lines) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while installing a browser", e);
        }
    }
}
