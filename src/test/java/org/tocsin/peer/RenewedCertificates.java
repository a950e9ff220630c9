package org.tocsin.peer;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.tocsin.local.Certificates;
import org.tocsin.local.TestStack;

/** A service whose certificate lies in files of its own, which it reads again each second. */
public class RenewedCertificates implements QuarkusTestProfile {

    private static final Path FOLDER = Path.of("target", "renewed").toAbsolutePath();

    @Override
    public Map<String, String> getConfigOverrides() {
        put(TestStack.certificates().server());
        return Map.of(
                "quarkus.tls.server.key-store.pem.server.cert", FOLDER.resolve("cert.pem").toString(),
                "quarkus.tls.server.key-store.pem.server.key", FOLDER.resolve("key.pem").toString(),
                "quarkus.tls.server.reload-period", "1s");
    }

    static void put(Certificates.Identity identity) {
        try {
            Files.createDirectories(FOLDER);
            Files.copy(identity.certificate(), FOLDER.resolve("cert.pem"), StandardCopyOption.REPLACE_EXISTING);
            Files.copy(identity.key(), FOLDER.resolve("key.pem"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
