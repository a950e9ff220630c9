package org.tocsin.web;

import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.util.Set;

/**
 * Whether a request that changes something comes from one of our own pages (Fetch Metadata Request Headers, W3C;
 * RFC 6454 for browsers that do not have them). It stands beside the session cookie's SameSite attribute.
 */
final class SameOrigin {

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    /** "none": the person's own doing, such as sending a form again on reload. No page can bring that about. */
    private static final Set<String> OURS = Set.of("same-origin", "none");

    private SameOrigin() {
    }

    /**
     * @param site   the Sec-Fetch-Site header, or null
     * @param origin the Origin header, or null
     * @param host   host and port as the browser asked for them
     */
    static boolean allows(HttpMethod method, String site, String origin, String host) {
        if (SAFE.contains(method)) {
            return true;
        }
        return site != null ? OURS.contains(site) : origin != null && host != null && host.equals(authority(origin));
    }

    /** Without the scheme: behind a proxy that ends TLS, ours is not the browser's. */
    private static String authority(String origin) {
        try {
            return URI.create(origin).getRawAuthority();
        } catch (IllegalArgumentException notAnOrigin) {
            return null;
        }
    }
}
