package org.tocsin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where a stack keeps what it makes.
 *
 * @param root          data, keys, logs, process ids; all of one stack
 * @param distributions programs that every stack of this working copy shares: Keycloak, PostgreSQL
 */
public record Home(Path root, Path distributions) {

    private static final Path PROGRAMS = Path.of(".tocsin", "dist");

    public Home {
        root = root.toAbsolutePath();
        distributions = distributions.toAbsolutePath();
    }

    /** The one that bin/up uses; its data stay from one start to the next. */
    public static Home ofDemo() {
        return new Home(Path.of(".tocsin"), PROGRAMS);
    }

    public static Home at(Path root) {
        return new Home(root, PROGRAMS);
    }

    public Path keys() {
        return made("keys");
    }

    public Path database() {
        return made("postgres");
    }

    public Path identity() {
        return made("keycloak");
    }

    public Path settings(String name) {
        return made("settings").resolve(name + ".properties");
    }

    public Path log(String name) {
        return made("log").resolve(name + ".log");
    }

    public Path run() {
        return made("run");
    }

    private Path made(String name) {
        try {
            Files.createDirectories(root);
            Path directory = root.resolve(name);
            if (!Files.exists(directory)) {
                // Keys, passwords and reports lie here.
                Files.createDirectory(directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
