package org.tocsin.audit.log;

/** The tree's complete subtrees. */
public interface Nodes {

    /** The root of the 2^level leaves that begin at leaf index × 2^level. All of them are in the tree. */
    Hash at(int level, long index);
}
