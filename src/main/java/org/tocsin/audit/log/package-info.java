/**
 * A transparency log in plain Java: the Merkle tree of RFC 6962, and C2SP's signed-note, tlog-checkpoint, tlog-tiles,
 * tlog-proof and tlog-cosignature. Knows no framework, no database and no network, and nothing of what is logged: whoever
 * doubts our log can check it with these classes, or with any other program that knows these texts.
 */
package org.tocsin.audit.log;
