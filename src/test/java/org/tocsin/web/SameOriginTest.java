package org.tocsin.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SameOriginTest {

    private static final String HOST = "tocsin.example:8443";

    @ParameterizedTest
    @CsvSource({"same-origin,true", "none,true", "same-site,false", "cross-site,false", "SAME-ORIGIN,false"})
    void theBrowsersWordAboutTheSiteDecides(String site, boolean allowed) {
        assertThat(SameOrigin.allows(HttpMethod.POST, site, "https://" + HOST, HOST)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({"https://tocsin.example:8443,true", "http://tocsin.example:8443,true", "https://tocsin.example,false",
            "https://tocsin.example:8443.evil.example,false", "https://evil.example,false", "null,false", "not an origin,false"})
    void withoutItTheOriginDecides(String origin, boolean allowed) {
        assertThat(SameOrigin.allows(HttpMethod.POST, null, origin, HOST)).isEqualTo(allowed);
    }

    @Test
    void withNeitherAChangeIsRefused() {
        assertThat(SameOrigin.allows(HttpMethod.DELETE, null, null, HOST)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS"})
    void lookingIsAllowedFromAnywhere(String method) {
        assertThat(SameOrigin.allows(HttpMethod.valueOf(method), "cross-site", "https://evil.example", HOST)).isTrue();
    }
}
