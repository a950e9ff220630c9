package org.tocsin.client;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a client proves to the identity provider who it is. */
public enum Proof {

    /** A shared secret, shown once. */
    @JsonProperty("secret") SECRET,
    /** A signed assertion (private_key_jwt, RFC 7523). */
    @JsonProperty("key") KEY,
    /** The certificate of its TLS connection (tls_client_auth, RFC 8705 section 2.1). */
    @JsonProperty("certificate") CERTIFICATE
}
