package org.tocsin.asset;

import java.net.IDN;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** One spelling for each identifier, so that two that mean the same are equal. Nothing is ever looked up in the DNS. */
final class Spelling {

    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
    // With a colon, and beginning like a literal: such a text is never taken for a name to look up.
    private static final Pattern IPV6 = Pattern.compile("(?=.*:)[0-9a-fA-F:][0-9a-fA-F:.]*");
    private static final Pattern LABELS = Pattern.compile("[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*");
    // ptp4l prints a port as its clock's identity, a hyphen and a number.
    private static final Pattern PORT_NUMBER = Pattern.compile("(?<=\\.[0-9a-f]{6})-\\d{1,5}$");

    private Spelling() {
    }

    /** The address, when the text is one; an IPv4 address mapped into IPv6 is the IPv4 address. */
    static Optional<InetAddress> address(String text) {
        String bare = text.strip();
        if (bare.startsWith("[") && bare.endsWith("]")) {
            bare = bare.substring(1, bare.length() - 1);
        }
        if (!IPV4.matcher(bare).matches() && !IPV6.matcher(bare).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(bare));
        } catch (UnknownHostException notAnAddress) {
            return Optional.empty();
        }
    }

    static Optional<String> ip(String text) {
        return address(text).map(InetAddress::getHostAddress);
    }

    /** Lower case, ASCII (IDNA), without the root's dot. */
    static Optional<String> hostname(String text) {
        String bare = text.strip();
        if (bare.endsWith(".")) {
            bare = bare.substring(0, bare.length() - 1);
        }
        try {
            String ascii = IDN.toASCII(bare, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
            return Optional.of(ascii).filter(name -> name.length() <= 253 && LABELS.matcher(name).matches());
        } catch (IllegalArgumentException notAName) {
            return Optional.empty();
        }
    }

    /** The 16 hexadecimal digits of an EUI-64. */
    static Optional<String> clockIdentity(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        return digits(PORT_NUMBER.matcher(lower).replaceFirst(""), 16);
    }

    static Optional<String> mac(String text) {
        return digits(text.strip().toLowerCase(Locale.ROOT), 12);
    }

    /** Upper case, without blanks: people read serial numbers off plates. */
    static Optional<String> serial(String text) {
        String bare = text.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        return Optional.of(bare).filter(serial -> !serial.isEmpty());
    }

    /** Addresses that mean something only inside one network: they say nothing across organisations. */
    static boolean isLocal(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean uniqueLocal = address instanceof Inet6Address && (bytes[0] & 0xfe) == 0xfc;
        boolean carrierGrade = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
        return uniqueLocal || carrierGrade || address.isSiteLocalAddress() || address.isLinkLocalAddress()
                || address.isLoopbackAddress() || address.isAnyLocalAddress();
    }

    private static Optional<String> digits(String text, int count) {
        String bare = (text.startsWith("0x") ? text.substring(2) : text).replaceAll("[:.\\-]", "");
        return Optional.of(bare).filter(hex -> hex.length() == count && hex.matches("[0-9a-f]+"));
    }
}
