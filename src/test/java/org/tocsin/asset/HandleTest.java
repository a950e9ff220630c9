package org.tocsin.asset;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandleTest {

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "172.16.4.2", "192.168.1.1", "100.64.0.9", "169.254.1.1", "127.0.0.1", "fd00::1", "fe80::1"})
    void aPrivateAddressMeansSomethingOnlyInsideItsOrganisation(String address) {
        // When
        var a = Handle.of(IdentifierKind.IP, address, "org-a");
        var b = Handle.of(IdentifierKind.IP, address, "org-b");

        // Then
        assertThat(a).isPresent().isNotEqualTo(b);
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.17", "2001:db8::17"})
    void aPublicAddressMeansTheSameToAll(String address) {
        // When
        var a = Handle.of(IdentifierKind.IP, address, "org-a");
        var b = Handle.of(IdentifierKind.IP, address, "org-b");

        // Then
        assertThat(a).isPresent().isEqualTo(b);
    }

    @Test
    void aHostNameWithoutDomainMeansSomethingOnlyInsideItsOrganisation() {
        // When
        var a = Handle.of(IdentifierKind.HOSTNAME, "ntp1", "org-a");

        // Then
        assertThat(a).contains(new Handle("hostname", "org-a", "ntp1"));
    }

    @Test
    void anAddressWrittenWhereANameIsExpectedIsAnAddress() {
        // When
        var handle = Handle.of(IdentifierKind.HOSTNAME, "192.0.2.17", "org-a");

        // Then
        assertThat(handle).contains(new Handle("ip", null, "192.0.2.17"));
    }

    @Test
    void anIpv6HandleSurvivesItsOwnColons() {
        // Given
        Handle handle = Handle.of(IdentifierKind.IP, "fd00::1", "org-a").orElseThrow();

        // When
        Handle read = Handle.parse(handle.text());

        // Then
        assertThat(read).isEqualTo(handle);
    }

    @Property
    void whatIsWrittenIsReadBack(@ForAll @AlphaChars @StringLength(min = 1, max = 20) String organisation,
            @ForAll @StringLength(min = 1, max = 40) String value) {
        // Given
        Handle handle = new Handle("serial", organisation, value);

        // When
        Handle read = Handle.parse(handle.text());

        // Then
        assertThat(read).isEqualTo(handle);
    }
}
