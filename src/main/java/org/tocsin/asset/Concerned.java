package org.tocsin.asset;

import java.util.Set;

/**
 * The assets by which other reports are related to this one.
 *
 * @param assets         what the report is about
 * @param sources        what those have their time from
 * @param administrators the devices, and so the persons, from which those can be changed
 */
public record Concerned(Set<AssetKey> assets, Set<AssetKey> sources, Set<AssetKey> administrators) {
}
