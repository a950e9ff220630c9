package org.tocsin.asset;

/**
 * What an inventory lacks, one kind of it on one page.
 *
 * @param next  where the next part is; null on the last
 * @param first whether this is the first part
 * @param all   whether it is about all inventories
 */
record OverdueSheet(CoveragePage page, String gap, String next, boolean first, boolean all) {
}
