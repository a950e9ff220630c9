package org.tocsin.peer;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.UUID;
import org.tocsin.local.Certificates;
import org.tocsin.local.TestStack;

/** A service whose certificate lies in files of its own, which it reads again each second. */
public class RenewedCertificates implements QuarkusTestProfile {

    private static final Path FOLDER = Path.of("target", "renewed-now").toAbsolutePath();

    @Override
    public Map<String, String> getConfigOverrides() {
        put(TestStack.certificates().server());
        return Map.of(
                "quarkus.tls.server.key-store.pem.server.cert", FOLDER.resolve("cert.pem").toString(),
                "quarkus.tls.server.key-store.pem.server.key", FOLDER.resolve("key.pem").toString(),
                "quarkus.tls.server.reload-period", "1s");
    }

    /** Both at once, as a mounted secret changes: another folder takes the name of the one before. */
    static void put(Certificates.Identity identity) {
        try {
            Path files = Files.createDirectories(FOLDER.resolveSibling("renewed-" + UUID.randomUUID()));
            Files.copy(identity.certificate(), files.resolve("cert.pem"));
            Files.copy(identity.key(), files.resolve("key.pem"));
            Path link = Files.createSymbolicLink(files.resolveSibling(files.getFileName() + "-link"), files);
            Files.move(link, FOLDER, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
