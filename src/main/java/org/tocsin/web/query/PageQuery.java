package org.tocsin.web.query;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The query of a page's address without what the page does not know: mail gateways and search engines decorate links. What is
 * kept stays as it was written, byte for byte.
 */
public final class PageQuery {

    /** What the identity provider sends back with (OpenID Connect Core section 3.1.2.5, RFC 9207, Keycloak's session_state). */
    private static final Set<String> OF_A_SIGN_IN = Set.of("code", "state", "session_state", "iss", "error", "error_description", "error_uri");

    private PageQuery() {
    }

    /**
     * Whether this is the way back from the identity provider. Its state may be called like a filter of the page, so it counts
     * only with what always comes with it.
     *
     * @param query null when there was none
     */
    public static boolean isSignInReturn(String query) {
        List<String> names = names(query);
        return names.contains("state") && (names.contains("code") || names.contains("error"));
    }

    /**
     * @param query as it was sent, with sound escapes; null when there was none
     * @param known the page's own
     * @return the query to be redirected to, empty for none; nothing when all is known
     */
    static Optional<String> cleaned(String query, Set<String> known) {
        boolean back = isSignInReturn(query) && !known.contains("code");
        StringBuilder kept = new StringBuilder();
        boolean dropped = false;
        for (String part : parts(query)) {
            String name = name(part);
            if (part.isEmpty() || part.length() == 1 && isSeparator(part.charAt(0))) {
                continue;
            }
            if (known.contains(name) && !(back && OF_A_SIGN_IN.contains(name))) {
                kept.append(kept.isEmpty() && isSeparator(part.charAt(0)) ? part.substring(1) : part);
            } else {
                dropped = true;
            }
        }
        return dropped ? Optional.of(kept.toString()) : Optional.empty();
    }

    private static List<String> names(String query) {
        return parts(query).stream().map(PageQuery::name).toList();
    }

    /** Each with the separator before it: {@code &}, or {@code ;}, which the server takes for one too. */
    private static List<String> parts(String query) {
        List<String> parts = new ArrayList<>();
        int begin = 0;
        for (int i = 0; query != null && i <= query.length(); i++) {
            if (i == query.length() || i > 0 && isSeparator(query.charAt(i))) {
                parts.add(query.substring(begin, i));
                begin = i;
            }
        }
        return parts;
    }

    private static String name(String part) {
        String pair = !part.isEmpty() && isSeparator(part.charAt(0)) ? part.substring(1) : part;
        int equals = pair.indexOf('=');
        return URLDecoder.decode(equals < 0 ? pair : pair.substring(0, equals), StandardCharsets.UTF_8);
    }

    private static boolean isSeparator(char c) {
        return c == '&' || c == ';';
    }
}
