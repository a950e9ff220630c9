package org.tocsin.web;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.tocsin.party.Binding;
import org.tocsin.problem.Problem;

/**
 * Decides whether the headers of a request can be read in one way only. Two readers that choose differently between two
 * values, such as a proxy and this service, would see two requests.
 */
final class RequestHead {

    /** Which have one value (RFC 9110 section 5.3), or of which we take one. */
    private static final Set<String> ONCE = Set.of("Host", "Authorization", "Content-Type", "Content-Length", "Content-Disposition", "Date",
            "Idempotency-Key", "If-Match", "If-Range", "Range", "Origin", "Sec-Fetch-Site", "HX-Request", "Upload-Offset", "Upload-Length",
            "Upload-Complete", "Tocsin-Signature", "Tocsin-Client-Assertion");
    /** RFC 3986 section 3.2, without user information. */
    private static final Pattern HOST = Pattern.compile("(?:[A-Za-z0-9._~-]{1,255}|\\[[0-9A-Fa-f:.]{2,45}])(?::\\d{1,5})?");
    private static final Pattern BOUNDARY = Pattern.compile("[0-9A-Za-z'()+_,./:=? -]{0,69}[0-9A-Za-z'()+_,./:=?-]");
    private static final Pattern BASE64URL = Pattern.compile("[A-Za-z0-9_-]+");
    private static final String BEARER = "bearer";

    private final Function<String, List<String>> headers;

    /** @param headers all values of a header, none as an empty list */
    RequestHead(Function<String, List<String>> headers) {
        this.headers = headers;
    }

    /** @return what is to be answered; nothing when the request may go on */
    Optional<Problem> fault() {
        Optional<String> twice = ONCE.stream().filter(name -> headers.apply(name).size() > 1).sorted().findFirst();
        if (twice.isPresent()) {
            return Optional.of(malformed("The header " + twice.get() + " is there more than once. Send it once."));
        }
        return host().or(this::contentType).or(this::accept).or(this::authorization);
    }

    static Problem malformed(String detail) {
        return new Problem(400, "malformed-request", "Malformed request", detail);
    }

    private Optional<Problem> host() {
        return one("Host").filter(host -> !HOST.matcher(host).matches())
                .map(host -> malformed("The header Host is not a name or address with an optional port."));
    }

    private Optional<Problem> contentType() {
        Optional<String> sent = one("Content-Type");
        if (sent.isEmpty()) {
            return Optional.empty();
        }
        Optional<MediaRanges.Range> type = MediaRanges.contentType(sent.get());
        if (type.isEmpty()) {
            return Optional.of(malformed("The header Content-Type is not a media type, such as application/json."));
        }
        if (type.get().type().equals("multipart") && type.get().parameter("boundary").filter(each -> BOUNDARY.matcher(each).matches()).isEmpty()) {
            return Optional.of(malformed("A multipart body needs a boundary of 1 to 70 characters in its Content-Type (RFC 2046 section 5.1.1)."));
        }
        return type.get().parameter("charset").filter(charset -> !isKnown(charset)).map(charset -> new Problem(415, "unsupported-media-type",
                "Unsupported media type", "The charset in the Content-Type is not known here. Send UTF-8."));
    }

    private static boolean isKnown(String charset) {
        try {
            return Charset.isSupported(charset);
        } catch (IllegalCharsetNameException unreadable) {
            return false;
        }
    }

    private Optional<Problem> accept() {
        List<String> sent = headers.apply("Accept");
        if (sent.isEmpty()) {
            return Optional.empty();
        }
        Optional<List<MediaRanges.Range>> accepted = MediaRanges.accepted(String.join(",", sent));
        if (accepted.isEmpty()) {
            return Optional.of(malformed("The header Accept is not a list of media types with weights from 0 to 1 (RFC 9110 section 12.5.1)."));
        }
        boolean nothing = !accepted.get().isEmpty() && accepted.get().stream().noneMatch(MediaRanges.Range::isAccepted);
        return nothing ? Optional.of(HttpProblems.of(406)) : Optional.empty();
    }

    /** A bearer token is a signed JWT here: three parts in base64url, of which the first two are JSON objects. */
    private Optional<Problem> authorization() {
        return one("Authorization").filter(sent -> isScheme(sent, BEARER)).map(sent -> sent.substring(BEARER.length()).strip())
                .filter(token -> !isCompactJwt(token))
                .map(token -> BearerChallenge.malformed(token).orElseGet(() -> new Problem(401, "unauthenticated", "Not signed in",
                        "The Authorization header has no token of this service's issuer. Send Authorization: Bearer and the token as it was issued.")));
    }

    private static boolean isScheme(String sent, String scheme) {
        return sent.regionMatches(true, 0, scheme, 0, scheme.length())
                && (sent.length() == scheme.length() || sent.charAt(scheme.length()) <= ' ');
    }

    private static boolean isCompactJwt(String token) {
        String[] parts = token.split("\\.", -1);
        return parts.length == 3 && List.of(parts).stream().allMatch(part -> BASE64URL.matcher(part).matches())
                && Binding.header(token).isObject() && Binding.claims(token).isObject();
    }

    private Optional<String> one(String name) {
        return headers.apply(name).stream().findFirst();
    }
}
