package org.tocsin.web.overload;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.net.SocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginsTest {

    @ParameterizedTest
    @CsvSource({"192.0.2.1,192.0.2.1,true", "192.0.2.1,192.0.2.2,false", "2001:db8::1,2001:db8::2,true",
            "2001:db8:0:0:1::1,2001:db8:0:0:ffff::2,true", "2001:db8::1,2001:db8:0:1::1,false"})
    void anAddressIsItselfAndOfIPv6ItsNetwork(String one, String other, boolean same) {
        assertThat(Origins.of(one).equals(Origins.of(other))).isEqualTo(same);
    }

    @Test
    void aNameIsNotLookedUp() {
        assertThat(Origins.of("nowhere.invalid")).isEqualTo("address nowhere.invalid");
        assertThat(Origins.of(SocketAddress.inetSocketAddress(1, "nowhere.invalid"))).isEqualTo("address nowhere.invalid");
    }
}
