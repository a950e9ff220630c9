package org.tocsin.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** A range of addresses, as RFC 4632 writes it: 10.0.0.0/8, fd00::/8. */
record Network(byte[] address, int bits) {

    /** What is not the open Internet: the special-purpose registries of IANA (RFC 6890), and what leads on to such. */
    private static final List<Network> NOT_PUBLIC = List.of(
            of("0.0.0.0/8"), of("10.0.0.0/8"), of("100.64.0.0/10"), of("127.0.0.0/8"), of("169.254.0.0/16"),
            of("172.16.0.0/12"), of("192.0.0.0/24"), of("192.0.2.0/24"), of("192.88.99.0/24"), of("192.168.0.0/16"),
            of("198.18.0.0/15"), of("198.51.100.0/24"), of("203.0.113.0/24"), of("224.0.0.0/4"), of("240.0.0.0/4"),
            // Teredo, ORCHID, documentation, 6to4: within 2000::/3, yet not hosts of the open Internet.
            of("2001::/23"), of("2001:db8::/32"), of("2002::/16"), of("3fff::/20"));
    /** Of IPv6 only this is given to hosts of the open Internet. */
    private static final Network GLOBAL_UNICAST = of("2000::/3");

    /** @throws IllegalArgumentException when it is none */
    static Network of(String written) {
        String[] parts = written.strip().split("/");
        if (parts.length != 2 || !parts[0].matches("[0-9a-fA-F:.]*[.:][0-9a-fA-F:.]*") || !parts[1].matches("[0-9]{1,3}")) {
            throw new IllegalArgumentException("not a network, such as 10.0.0.0/8: " + written);
        }
        try {
            byte[] address = InetAddress.getByName(parts[0]).getAddress();
            int bits = Integer.parseInt(parts[1]);
            if (bits > address.length * Byte.SIZE) {
                throw new IllegalArgumentException("not a network, such as 10.0.0.0/8: " + written);
            }
            return new Network(address, bits);
        } catch (UnknownHostException notAnAddress) {
            throw new IllegalArgumentException("not a network, such as 10.0.0.0/8: " + written, notAnAddress);
        }
    }

    boolean holds(InetAddress candidate) {
        byte[] other = candidate.getAddress();
        if (other.length != address.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 1 << (7 - bit % Byte.SIZE);
            if (((other[bit / Byte.SIZE] ^ address[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is a host of the open Internet. Java takes an IPv4 address in IPv6's clothes for what it is. */
    static boolean isPublic(InetAddress address) {
        boolean ipv6 = address.getAddress().length == 16;
        return (!ipv6 || GLOBAL_UNICAST.holds(address)) && NOT_PUBLIC.stream().noneMatch(network -> network.holds(address));
    }
}
