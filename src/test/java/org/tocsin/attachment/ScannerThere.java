package org.tocsin.attachment;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The service with a malware scanner. */
public class ScannerThere implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("tocsin.attachments.clamav.timeout", "1s",
                "tocsin.attachments.clamav.first-retry", "100ms",
                "tocsin.attachments.clamav.last-retry", "200ms");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Daemon.class));
    }

    public static class Daemon implements QuarkusTestResourceLifecycleManager {

        private FakeClamd clamd;

        @Override
        public Map<String, String> start() {
            try {
                clamd = FakeClamd.onLoopback();
                return Map.of("tocsin.attachments.clamav.address", clamd.address());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void stop() {
            try {
                clamd.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
