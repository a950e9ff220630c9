package org.tocsin.audit.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.audit.log.Malformed;
import org.tocsin.audit.log.Tile;

/** A server can neither fill the verifier's memory nor keep it waiting. */
@Timeout(60)
class HttpLogTest {

    @ParameterizedTest
    @CsvSource({"tile/0/000,8192", "tile/entries/000,16777472", "checkpoint,1048576", "key,1048576"})
    void ofAnAnswerWithoutAnEndNoMoreIsReadThanAnHonestOneHas(String path, int most) throws Exception {
        try (BadServer endless = BadServer.endless()) {
            HttpLog log = new HttpLog(endless.url().toString(), Optional.empty(), SSLContext.getDefault(), Duration.ofSeconds(30));

            assertThatThrownBy(() -> log.get(path)).isInstanceOf(Malformed.class)
                    .hasMessageContaining(path).hasMessageContaining("more than " + most + " bytes");
        }
    }

    @Test
    void anAnswerThatStallsAfterItsHeadersIsNotWaitedFor() throws Exception {
        try (BadServer stalling = BadServer.stalling()) {
            HttpLog log = new HttpLog(stalling.url().toString(), Optional.empty(), SSLContext.getDefault(), Duration.ofMillis(300));
            log.expect(600);

            assertThatThrownBy(() -> log.get("checkpoint")).isInstanceOf(Malformed.class).hasMessageContaining("no whole answer in time");
            assertThatThrownBy(() -> log.read(Tile.within(600, 0, 0))).isInstanceOf(Malformed.class).hasMessageContaining("no whole answer in time");
        }
    }

    @Test
    void theProgramEndsAndSaysSo() throws Exception {
        try (BadServer endless = BadServer.endless()) {
            java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
            int result = Verify.run(new String[] {"--log", endless.url().toString()}, new java.io.PrintStream(out));

            assertThat(result).as(out.toString()).isNotZero();
            assertThat(out.toString()).contains("more than 1048576 bytes");
        }
    }
}
