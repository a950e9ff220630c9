package org.tocsin.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void aPortInUseIsOneClearLine() throws IOException {
        // Given
        try (ServerSocket held = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = Ports.from(Map.of(Port.TOCSIN.variable, Integer.toString(held.getLocalPort())));

            // When, Then
            assertThatThrownBy(() -> ports.requireFree(EnumSet.of(Port.TOCSIN)))
                    .isInstanceOf(StackFailure.class)
                    .hasMessageContaining(Integer.toString(held.getLocalPort()))
                    .hasMessageContaining(Port.TOCSIN.variable)
                    .hasMessageNotContaining("\n");
        }
    }

    @Test
    void aPortThatWasChosenIsNotChosenAgain() {
        // When
        Set<Integer> chosen = new TreeSet<>(Ports.free().numbers().values());
        for (int i = 0; i < 3; i++) {
            chosen.addAll(Ports.free().numbers().values());
            chosen.add(Ports.another());
        }

        // Then
        assertThat(chosen).hasSize(4 * Port.values().length + 3);
    }

    @Test
    void aPortThatIsKeptElsewhereIsNotTaken() throws IOException {
        // Given
        int kept = Ports.another() + 1_000;
        Files.createDirectories(PortReservation.DIRECTORY);
        try (FileChannel file = FileChannel.open(PortReservation.DIRECTORY.resolve(Integer.toString(kept)), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = file.lock()) {
            assertThat(held.isValid()).isTrue();

            // When, Then
            assertThat(PortReservation.take(kept)).isFalse();
        }
    }

    @Test
    void whatIsNoPortIsSaidToBeNone() {
        assertThatThrownBy(() -> Ports.from(Map.of(Port.CERT.variable, "http")))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining(Port.CERT.variable);
    }
}
