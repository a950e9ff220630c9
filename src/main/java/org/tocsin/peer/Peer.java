package org.tocsin.peer;

import org.tocsin.seal.TrustedKeys;

/**
 * A system that may hand reports over.
 *
 * @param client       its OAuth client id
 * @param organisation under which its reports stand here
 * @param keys         that sign its submissions
 */
record Peer(String client, String organisation, TrustedKeys keys) {
}
