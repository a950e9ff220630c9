package org.tocsin.hostile;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * An HTTP/1.1 request as it goes over the wire, whether or not it is one. Characters stand for bytes (ISO 8859-1), so that any byte can be said.
 *
 * @param headers in order, also the same name twice; Host is there only if it is among them
 * @param body    null where none is sent
 */
public record RawRequest(String method, String target, List<Header> headers, byte[] body) {

    /** One line of the head. */
    public record Header(String name, String value) {
    }

    public RawRequest {
        headers = List.copyOf(headers);
    }

    public static RawRequest of(String method, String target) {
        return new RawRequest(method, target, List.of(new Header("Host", "localhost")), null);
    }

    /** Adds a line, whether or not there is one of that name. */
    public RawRequest with(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new RawRequest(method, target, more, body);
    }

    public RawRequest without(String name) {
        return new RawRequest(method, target, headers.stream().filter(header -> !header.name().equalsIgnoreCase(name)).toList(), body);
    }

    public RawRequest to(String other) {
        return new RawRequest(method, other, headers, body);
    }

    /** A body with its length. */
    public RawRequest carrying(byte[] content) {
        return new RawRequest(method, target, headers, content).without("Content-Length").with("Content-Length", Integer.toString(content.length));
    }

    public RawRequest carrying(String content) {
        return carrying(content.getBytes(StandardCharsets.UTF_8));
    }

    public boolean has(String name) {
        return headers.stream().anyMatch(header -> header.name().equalsIgnoreCase(name));
    }

    public byte[] bytes() {
        StringBuilder head = new StringBuilder(method).append(' ').append(target).append(" HTTP/1.1\r\n");
        headers.forEach(header -> head.append(header.name()).append(": ").append(header.value()).append("\r\n"));
        byte[] first = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        return body == null ? first : ByteBuffer.allocate(first.length + body.length).put(first).put(body).array();
    }
}
