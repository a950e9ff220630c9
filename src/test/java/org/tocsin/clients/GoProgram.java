package org.tocsin.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The Go client of docs/clients. Only where a Go is named: {@code -Dtocsin.go=/usr/bin/go}, and {@code -Dtocsin.go.path} where
 * golang.org/x/mod does not lie where Debian's golang-golang-x-mod-dev puts it.
 */
final class GoProgram {

    static final String NAMED = "tocsin.go";

    private static final long PATIENCE_SECONDS = 120;
    private static Path built;

    private GoProgram() {
    }

    static Program verify(String token, Path keys, String log, Path... files) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(built().toString(), keys.toString(), log));
        for (Path file : files) {
            command.add(file.toString());
        }
        return Program.run(Map.of("TOCSIN_TOKEN", token), PATIENCE_SECONDS, command);
    }

    private static synchronized Path built() throws IOException, InterruptedException {
        if (built == null) {
            Path program = Path.of("target", "verify").toAbsolutePath();
            Program build = Program.run(Map.of("GO111MODULE", "off", "GOPATH", System.getProperty("tocsin.go.path", "/usr/share/gocode")),
                    PATIENCE_SECONDS, List.of(System.getProperty(NAMED), "build", "-o", program.toString(), "docs/clients/verify.go"));
            assertThat(build.status()).as(build.said()).isZero();
            built = program;
        }
        return built;
    }
}
