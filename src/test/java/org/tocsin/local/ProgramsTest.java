package org.tocsin.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts of bin that run classes of the tests. */
class ProgramsTest {

    @ParameterizedTest
    @ValueSource(strings = {"up", "bench"})
    void whatRunsTheTestsClassesFindsTheServicesToo(String script) throws IOException {
        assertThat(Files.readString(Path.of("bin", script))).contains("-cp \"target/test-classes:target/classes:$(cat target/local.classpath)\"");
    }
}
