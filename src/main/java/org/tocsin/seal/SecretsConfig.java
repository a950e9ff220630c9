package org.tocsin.seal;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

@ConfigMapping(prefix = "tocsin.secrets")
interface SecretsConfig {

    /** A JSON Web Key Set (RFC 7517) with symmetric keys of 256 bits, kty oct, each with its kid. The first one encrypts, all of them decrypt. */
    Path keyFile();
}
