package org.tocsin.hostile;

import java.util.List;
import java.util.Map;
import java.util.Random;

/** Spoils the headers of a request. */
final class HostileHeaders {

    /** Values that break readers of one header; {} stands for the marker. */
    private static final Map<String, List<String>> VALUES = Map.ofEntries(
            Map.entry("Accept", List.of("a", "", "*/*;q=0", "application/json; charset=utf-8", "text/html", "text/html;q=x", "image/png", "application/problem+json", "*/*;q=1;q=0",
                    "application/json;q=0.001", "{}/{}", "text/html,application/xhtml+xml,*/*;q=0.8", "application/*+json", "application/json;version=\"1,2\"")),
            Map.entry("Content-Type", List.of("", "a", "text/csv", "application/json; charset=utf-16", "application/json; charset={}", "application/xml", "multipart/form-data",
                    "multipart/form-data; boundary=x", "application/x-www-form-urlencoded", "application/json, text/csv", "application/{}", "*/*", "text/csv; header=absent",
                    "application/partial-upload", "text/plain; charset=utf-7", "application/json;;;")),
            Map.entry("Authorization", List.of("", "Bearer", "Bearer .", "Bearer {}", "Bearer a.b.c", "Bearer e30.e30.e30", "Basic {}", "Bearer eyJhbGciOiJub25lIn0.e30.", "Digest {}",
                    "Bearer eyJhbGciOiJIUzI1NiIsImtpZCI6ImEifQ.eyJleHAiOjF9.AAAA", "Bearer eyJhbGciOjF9.eyJleHAiOiJ4In0.AA", "Bearer eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOltdLCJleHAiOnt9fQ.AA")),
            Map.entry("Idempotency-Key", List.of("", " ", "{}", "a b", "\u00ff", "x".repeat(201), "x".repeat(9000))),
            Map.entry("If-Match", List.of("", "*", "\"{}\"", "{}", "W/\"1\"", "\"a\",\"b\",", "\"", "\"0\"", ",,,", "*, \"a\"")),
            Map.entry("If-None-Match", List.of("", "*", "\"{}\"", "{}", "W/\"1\"", "\"", "\"a\"".repeat(1000))),
            Map.entry("If-Modified-Since", List.of("", "{}", "Mon, 99 Foo 2026 99:99:99 GMT", "0", "Sun, 06 Nov 1994 08:49:37 GMT")),
            Map.entry("If-Unmodified-Since", List.of("{}", "Sun, 06 Nov 1994 08:49:37 GMT")),
            Map.entry("If-Range", List.of("\"{}\"", "{}", "\"", "Sun, 06 Nov 1994 08:49:37 GMT")),
            Map.entry("Range", List.of("", "bytes=0-0", "bytes=-0", "bytes=-1", "bytes=5-2", "bytes=0-,1-", "bytes=99999999999999999999-", "bytes=a-b", "{}=0-1", "bytes=",
                    "bytes=0-0,".repeat(500), "bytes= 0 - 1", "bytes=--1", "bytes=1-9223372036854775808")),
            Map.entry("Content-Digest", List.of("", "{}", "sha-256=:{}:", "sha-256=:AAAA:", "sha-256=::", "sha-256=1", "md5=:AAAA:", "sha-256=:AAAA:, sha-256=:BBBB:", "(((", "sha-256=(\"{}\")")),
            Map.entry("Repr-Digest", List.of("", "{}", "sha-256=:AAAA:", "sha-256=:\u00ff:", "sha-512=:{}:")),
            Map.entry("Content-Disposition", List.of("", "{}", "attachment; filename=\"{}\"", "attachment; filename*=UTF-8''%00", "attachment; filename*=UTF-8''%zz", "attachment; filename*=x'y'{}",
                    "attachment; filename=\"../../{}\"", "attachment; filename=\"\"", "attachment; filename=\"" + "\\\"".repeat(500), "attachment; filename*=UTF-8''%ED%A0%80")),
            Map.entry("Upload-Complete", List.of("", "{}", "?0", "?1", "?2", "true")),
            Map.entry("Upload-Offset", List.of("", "{}", "-1", "0", "99999999999999999999", "1e3")),
            Map.entry("Upload-Length", List.of("", "{}", "-1", "0", "99999999999999999999")),
            Map.entry("Tocsin-Signature", List.of("", "{}", "..", "a..b", "e30..e30", "eyJhbGciOiJFZERTQSIsImF1ZCI6W119..AA")),
            Map.entry("Tocsin-Client-Assertion", List.of("", "{}", "..", "e30.e30.e30")),
            Map.entry("Date", List.of("", "{}", "0", "Sun, 06 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 99999 08:49:37 GMT")),
            Map.entry("Expect", List.of("100-continue", "{}", "")),
            Map.entry("Content-Encoding", List.of("gzip", "br", "{}", "identity")),
            Map.entry("Accept-Encoding", List.of("", "gzip;q=x", "{}", "*;q=0", "gzip, br, zstd", "identity;q=0")),
            Map.entry("Accept-Language", List.of("", "{}", "*", "de-DE-x-{}", "zh;q=2", ";", "-".repeat(500), "de;q=0")),
            Map.entry("Accept-Charset", List.of("", "{}", "utf-16")),
            Map.entry("Cookie", List.of("", "{}", "q_session_tocsin={}", "tocsin-language={}", "a=\"", "=;=;=", "q_session_tocsin_chunk_1={}; q_session_tocsin_chunk_2=", "a=\u00ff")),
            Map.entry("Host", List.of("", "other.example", "a b", "[::1", "user@host", "localhost:99999999", "localhost/..")),
            Map.entry("X-Forwarded-For", List.of("{}", "127.0.0.1", "::1, 999.1.1.1", "unknown")),
            Map.entry("X-Forwarded-Host", List.of("{}.example", "a b")),
            Map.entry("X-Forwarded-Proto", List.of("https", "{}")),
            Map.entry("Forwarded", List.of("for={};host={};proto=https", "=", "for=\"[::1\"")),
            Map.entry("X-HTTP-Method-Override", List.of("DELETE", "{}")),
            Map.entry("Origin", List.of("null", "https://{}.example", "http://localhost")),
            Map.entry("Access-Control-Request-Method", List.of("PUT", "{}")),
            Map.entry("Sec-Fetch-Site", List.of("cross-site", "{}", "same-origin")),
            Map.entry("HX-Request", List.of("true", "{}")),
            Map.entry("Upgrade", List.of("websocket", "h2c", "{}")),
            Map.entry("Connection", List.of("close", "keep-alive, {}", "upgrade", "{}")),
            Map.entry("TE", List.of("trailers", "gzip, {}")),
            Map.entry("Trailer", List.of("Authorization", "{}")),
            Map.entry("Max-Forwards", List.of("0", "-1")),
            Map.entry("User-Agent", List.of("", "${jndi:ldap://{}}", "<{}>")),
            Map.entry("Referer", List.of("{}", "https://{}/")));
    private static final List<String> NAMES = VALUES.keySet().stream().sorted().toList();

    private HostileHeaders() {
    }

    static RawRequest spoiled(Random random, RawRequest request, List<String> known, String marker) {
        if (random.nextInt(12) == 0) {
            return request.with("X-" + marker.substring(0, 6), "x".repeat(random.nextInt(20_000)));
        }
        boolean own = !known.isEmpty() && random.nextInt(3) > 0;
        String name = own ? known.get(random.nextInt(known.size())) : NAMES.get(random.nextInt(NAMES.size()));
        List<String> values = VALUES.getOrDefault(name, List.of("{}"));
        String value = random.nextInt(5) == 0 ? HostileText.inHeader(HostileText.any(random, marker))
                : values.get(random.nextInt(values.size())).replace("{}", marker);
        RawRequest other = random.nextInt(12) == 0 ? request : request.without(name);
        return other.with(random.nextInt(30) == 0 ? name.toUpperCase(java.util.Locale.ROOT) : name, value);
    }
}
