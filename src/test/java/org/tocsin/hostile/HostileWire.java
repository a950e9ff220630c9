package org.tocsin.hostile;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;

/** Writes a request in ways that are no HTTP/1.1, or that two readers could take for two requests. Each is whole: none waits for more. */
final class HostileWire {

    private static final List<BiFunction<Random, RawRequest, String>> WAYS = List.of(
            (random, request) -> head(request, "HTTP/1.1", "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n") + "0\r\n\r\n",
            (random, request) -> head(request, "HTTP/1.1", "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n") + "0\r\n\r\n",
            (random, request) -> head(request, "HTTP/1.1", "Transfer-Encoding: gzip, chunked\r\n") + "0\r\n\r\n",
            (random, request) -> head(request, "HTTP/1.1", "Transfer-Encoding: xchunked\r\n") + "0\r\n\r\n",
            (random, request) -> head(request, "HTTP/1.1", "Transfer-Encoding : chunked\r\n") + "0\r\n\r\n",
            (random, request) -> head(request, "HTTP/1.1", "Content-Length: -1\r\n"),
            (random, request) -> head(request, "HTTP/1.1", "Content-Length: +0\r\n"),
            (random, request) -> head(request, "HTTP/1.1", "Content-Length: 0\r\nContent-Length: 5\r\n") + "hello",
            (random, request) -> head(request, "HTTP/1.1", "Content-Length: 99999999999999999999\r\n"),
            (random, request) -> head(request, "HTTP/1.1", "Transfer-Encoding: chunked\r\n") + "zz\r\n\r\n0\r\n\r\n",
            (random, request) -> head(request, "HTTP/1.1", "Transfer-Encoding: chunked\r\n") + "5;a=\"\r\n{\"a\":\r\n3\r\n1} \r\n0\r\nAuthorization: x\r\n\r\n",
            (random, request) -> head(request, "HTTP/1.1", "Transfer-Encoding: chunked\r\n") + "-1\r\n\r\n0\r\n\r\n",
            (random, request) -> head(request, "HTTP/1.1", "Transfer-Encoding: chunked\r\n") + "ffffffffffffffffff\r\n\r\n0\r\n\r\n",
            (random, request) -> head(request, "HTTP/1.1", "Transfer-Encoding: chunked\r\n") + "2\n{}\n0\n\n",
            (random, request) -> head(request, "HTTP/1.0", ""),
            (random, request) -> head(request, "HTTP/2.0", ""),
            (random, request) -> head(request, "HTTP/9.9", ""),
            (random, request) -> head(request, "http/1.1", ""),
            (random, request) -> head(request, "", ""),
            (random, request) -> head(request, "HTTP/1.1", "No colon here\r\n"),
            (random, request) -> head(request, "HTTP/1.1", ": no name\r\n"),
            (random, request) -> head(request, "HTTP/1.1", "X-Nul: a\0b\r\n"),
            (random, request) -> head(request, "HTTP/1.1", "X-Folded: a\r\n b\r\n"),
            (random, request) -> head(request, "HTTP/1.1", "X Space: a\r\n"),
            (random, request) -> head(request, "HTTP/1.1", "X-Bare: a\rb\r\n"),
            (random, request) -> head(request, "HTTP/1.1", "").replace("\r\n", "\n"),
            (random, request) -> head(request, "HTTP/1.1", "").replaceFirst(" ", "  "),
            (random, request) -> head(request, "HTTP/1.1", "").replaceFirst(" ", "\t"),
            (random, request) -> "\r\n\r\n" + head(request, "HTTP/1.1", ""),
            (random, request) -> head(request, "HTTP/1.1", "Host: other.example\r\n"),
            (random, request) -> head(request.without("Host"), "HTTP/1.1", ""),
            (random, request) -> head(request.to("http://evil.example" + request.target()), "HTTP/1.1", ""),
            (random, request) -> head(request.to("//evil.example" + request.target()), "HTTP/1.1", ""),
            (random, request) -> head(request.to("*"), "HTTP/1.1", ""),
            (random, request) -> head(request.to(request.target() + "?" + "a=b&".repeat(random.nextInt(1000))), "HTTP/1.1", ""),
            (random, request) -> head(request.to(request.target() + "?" + "x".repeat(random.nextInt(9000))), "HTTP/1.1", ""),
            (random, request) -> head(request, "HTTP/1.1", "X-Many: a\r\n".repeat(random.nextInt(1500))),
            (random, request) -> head(request, "HTTP/1.1", "") + "GARBAGE " + request.target() + "\r\n\r\n",
            (random, request) -> "\u0016\u0003\u0001\u0000\u0005hello\r\n\r\n");

    private HostileWire() {
    }

    static byte[] written(Random random, RawRequest request) {
        RawRequest bare = new RawRequest(request.method(), request.target(), request.headers(), null).without("Content-Length").without("Transfer-Encoding");
        return WAYS.get(random.nextInt(WAYS.size())).apply(random, bare).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A body in pieces, with what a sender may say of them. */
    static byte[] chunked(Random random, RawRequest request) {
        byte[] body = request.body();
        RawRequest bare = new RawRequest(request.method(), request.target(), request.headers(), null).without("Content-Length");
        StringBuilder all = new StringBuilder(head(bare, "HTTP/1.1", "Transfer-Encoding: chunked\r\n"));
        for (int at = 0; at < body.length; ) {
            int length = Math.min(body.length - at, 1 + random.nextInt(5000));
            all.append(Integer.toHexString(length)).append(random.nextInt(5) == 0 ? ";name=value" : "").append("\r\n")
                    .append(new String(body, at, length, StandardCharsets.ISO_8859_1)).append("\r\n");
            at += length;
        }
        return all.append("0\r\n").append(random.nextInt(5) == 0 ? "X-Trailer: a\r\n" : "").append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String head(RawRequest request, String version, String lines) {
        String head = new String(request.bytes(), StandardCharsets.ISO_8859_1);
        return head.substring(0, head.length() - 2).replaceFirst("HTTP/1\\.1", version) + lines + "\r\n";
    }
}
