package org.tocsin.peer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.nio.file.Path;
import java.util.Map;

@ConfigMapping(prefix = "tocsin.peers")
interface PeerConfig {

    /** The systems that may hand reports over, by their OAuth client id. */
    @WithParentName
    Map<String, Peer> peers();

    interface Peer {

        /** The organisation under which its reports stand here. */
        String organisation();

        /** What people call it. */
        String title();

        /** A JSON Web Key Set with the keys that sign its submissions. */
        Path signatureKeys();
    }
}
