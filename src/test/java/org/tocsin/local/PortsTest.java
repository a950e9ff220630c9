package org.tocsin.local;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.EnumSet;
import java.util.Map;
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
    void whatIsNoPortIsSaidToBeNone() {
        assertThatThrownBy(() -> Ports.from(Map.of(Port.CERT.variable, "http")))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining(Port.CERT.variable);
    }
}
