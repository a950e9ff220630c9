package org.tocsin.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.1", "169.254.169.254", "172.16.0.1", "172.31.255.255",
            "192.168.1.1", "198.18.0.1", "192.0.2.1", "224.0.0.1", "255.255.255.255", "::", "::1", "fe80::1", "fd00::1", "fc00::1",
            "ff02::1", "::ffff:10.0.0.1", "::ffff:127.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001::1", "2001:db8::1", "100::1"})
    void whatIsNotAHostOfTheOpenInternetIsNotPublic(String address) throws UnknownHostException {
        assertThat(Network.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "9.255.255.255", "11.0.0.1", "100.63.255.255", "100.128.0.1", "172.15.0.1", "172.32.0.1",
            "192.167.0.1", "223.255.255.255", "2606:4700::1111", "2a00:1450::1", "::ffff:1.1.1.1"})
    void theRestIs(String address) throws UnknownHostException {
        assertThat(Network.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.0/8,10.255.0.1,true", "10.0.0.0/8,11.0.0.1,false", "192.168.4.0/22,192.168.7.255,true", "192.168.4.0/22,192.168.8.0,false",
            "127.0.0.1/32,127.0.0.1,true", "127.0.0.1/32,127.0.0.2,false", "0.0.0.0/0,8.8.8.8,true", "0.0.0.0/0,::1,false", "fd00::/8,fd12::1,true"})
    void aNetworkHoldsItsAddresses(String network, String address, boolean held) throws UnknownHostException {
        assertThat(Network.of(network).holds(InetAddress.getByName(address))).isEqualTo(held);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0", "10.0.0.0/33", "localhost/8", "10.0.0.0/x", "/8", ""})
    void whatIsNoNetworkIsRefused(String written) {
        assertThatIllegalArgumentException().isThrownBy(() -> Network.of(written));
    }
}
