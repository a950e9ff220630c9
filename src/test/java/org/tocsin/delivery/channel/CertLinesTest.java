package org.tocsin.delivery.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.tls.CertificateUpdatedEvent;
import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.tocsin.local.StackResource;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class CertLinesTest {

    private static final String DESTINATION = "national-cert";

    @Inject
    CertLines lines;
    @Inject
    TlsConfigurationRegistry tls;
    @Inject
    Event<CertificateUpdatedEvent> updates;

    @Test
    void aLineIsOpenedAnewOnceItsCertificatesWereReadAgain() {
        // Given
        CertLine before = lines.to(DESTINATION);
        assertThat(lines.to(DESTINATION)).isSameAs(before);

        // When
        updates.fire(new CertificateUpdatedEvent(DESTINATION, tls.get(DESTINATION).orElseThrow()));

        // Then
        assertThat(lines.to(DESTINATION).http()).isNotSameAs(before.http());
    }
}
