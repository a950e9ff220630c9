package org.tocsin.report.submission;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tocsin.json.Grammar;
import org.tocsin.json.Written;

/** An IPv4 or IPv6 address in its one canonical text (RFC 5952), so that equal addresses are equal. */
@Schema(type = SchemaType.STRING, maxLength = 45, examples = "2001:db8::7b", description = "IPv4 or IPv6 address")
@Written(as = IpAddress.Notation.class)
public record IpAddress(@JsonValue String text) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public IpAddress {
        text = canonical(text);
    }

    private static String canonical(String text) {
        try {
            return NetUtil.toAddressString(InetAddress.getByAddress(bytes(text)));
        } catch (UnknownHostException notFourOrSixteenBytes) {
            throw new IllegalArgumentException("not an IP address: " + text, notFourOrSixteenBytes);
        }
    }

    /** Never asks the DNS, as {@code InetAddress.getByName} would for anything that is no address. */
    private static byte[] bytes(String text) {
        byte[] bytes = text.indexOf('%') >= 0 || text.indexOf('[') >= 0 ? null : NetUtil.createByteArrayFromIpAddressString(text);
        return bytes == null ? new byte[0] : bytes;
    }

    /** Addresses alone: no port, no prefix length, no zone. */
    public static final class Notation implements Grammar {

        @Override
        public Optional<String> objection(String text) {
            return bytes(text).length > 0 ? Optional.empty()
                    : Optional.of("This is not an IP address; write it without port, prefix or zone, "
                    + "e.g. \"192.0.2.7\" or \"2001:db8::7b\".");
        }
    }
}
