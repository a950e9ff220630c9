package org.tocsin.report.submission;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A trace by which others can recognise the same attack. */
public record Indicator(
        @Schema(required = true, description = "What kind of trace")
        Kind type,
        @Schema(required = true, minLength = 1, maxLength = 2000, description = "The trace itself, not defanged")
        String value,
        @Schema(description = "First seen")
        Instant firstSeen,
        @Schema(description = "Last seen")
        Instant lastSeen,
        @Schema(maxLength = 1000, description = "Where it was found and what it means")
        String note
) {

    /** Kinds of traces, near to what STIX and MISP call them. */
    @Schema(name = "IndicatorKind")
    public enum Kind {

        @JsonProperty("ipv4") IPV4,
        @JsonProperty("ipv6") IPV6,
        @JsonProperty("domain") DOMAIN,
        @JsonProperty("url") URL,
        @JsonProperty("email") EMAIL,
        @JsonProperty("md5") MD5,
        @JsonProperty("sha1") SHA1,
        @JsonProperty("sha256") SHA256,
        @JsonProperty("file-name") FILE_NAME,
        @JsonProperty("file-path") FILE_PATH,
        @JsonProperty("mac") MAC,
        @JsonProperty("clock-identity") CLOCK_IDENTITY,
        @JsonProperty("user-account") USER_ACCOUNT,
        @JsonProperty("certificate-sha256") CERTIFICATE_SHA256,
        @JsonProperty("ja3") JA3,
        @JsonProperty("user-agent") USER_AGENT,
        @JsonProperty("signal") SIGNAL,
        @JsonProperty("other") OTHER
    }
}
