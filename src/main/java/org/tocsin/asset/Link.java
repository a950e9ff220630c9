package org.tocsin.asset;

/**
 * An edge as the graph walks it.
 *
 * @param to the handle it leads to; whether anything answers to it is found out while walking
 */
record Link(EdgeType type, Handle to) {
}
