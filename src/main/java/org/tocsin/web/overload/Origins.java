package org.tocsin.web.overload;

import io.netty.util.NetUtil;
import io.vertx.core.net.SocketAddress;
import java.util.HexFormat;

/** Names the place that a client comes from: its address, or of IPv6 its network, which is what providers give to one customer. */
final class Origins {

    private static final int NETWORK_BYTES = 8;

    private Origins() {
    }

    static String of(SocketAddress address) {
        return address == null ? "address unknown" : of(address.hostAddress() == null ? address.host() : address.hostAddress());
    }

    /** @param address as text; nothing is looked up */
    static String of(String address) {
        byte[] bytes = address == null ? null : NetUtil.createByteArrayFromIpAddressString(address);
        return "address " + (bytes == null ? address : of(bytes));
    }

    private static String of(byte[] address) {
        return HexFormat.of().formatHex(address, 0, Math.min(address.length, NETWORK_BYTES));
    }
}
