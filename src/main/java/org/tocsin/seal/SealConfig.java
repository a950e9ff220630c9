package org.tocsin.seal;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

@ConfigMapping(prefix = "tocsin.signing")
interface SealConfig {

    /** A JSON Web Key with this instance's private Ed25519 key (RFC 8037): kty OKP, crv Ed25519, d, x, kid. */
    Path keyFile();
}
