package org.tocsin.audit.log;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A row of up to 256 neighbouring hashes (C2SP tlog-tiles): of leaves on level 0, of complete tiles of the level below
 * above it. On {@link #ENTRIES} it is the entries themselves.
 *
 * @param number counted from 0 within the level
 * @param width  256, or less where the tree ends in it
 */
public record Tile(int level, long number, int width) {

    public static final int ENTRIES = -1;
    public static final int FULL = 256;
    /** The height of a tile. */
    static final int HEIGHT = 8;

    private static final int MOST_LEVELS = 63;
    /** Beyond it, its last hash has a place that no number has. */
    private static final long MOST_NUMBER = Long.MAX_VALUE / FULL - 1;
    private static final Pattern PATH = Pattern.compile(
            "tile/(entries|[0-9]{1,2})/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([0-9]{1,3}))?");

    public Tile {
        if (level < ENTRIES || level > MOST_LEVELS || number < 0 || number > MOST_NUMBER || width < 1 || width > FULL) {
            throw new Malformed("no tile has level " + level + ", number " + number + " and width " + width);
        }
    }

    public boolean isFull() {
        return width == FULL;
    }

    /** The first of its hashes, counted from 0 within the level. */
    public long first() {
        return number * FULL;
    }

    /** The tile of this number as a tree of this size has it: full, partial, or none at all. */
    public static Tile within(long size, int level, long number) {
        return new Tile(level, number, (int) Math.min(FULL, hashes(size, level) - number * FULL));
    }

    /** How many hashes a tree of this size has on a level. */
    public static long hashes(long size, int level) {
        int shift = HEIGHT * Math.max(level, 0);
        return shift > 62 ? 0 : size >> shift;
    }

    /** Whether all its hashes are in a tree of this size. */
    public boolean isWithin(long size) {
        return first() + width <= hashes(size, level);
    }

    public String path() {
        StringBuilder digits = new StringBuilder("%03d".formatted(number % 1000));
        for (long rest = number / 1000; rest > 0; rest /= 1000) {
            digits.insert(0, "x%03d/".formatted(rest % 1000));
        }
        return "tile/" + (level == ENTRIES ? "entries" : level) + "/" + digits + (isFull() ? "" : ".p/" + width);
    }

    /** @throws Malformed when it is not the one path of a tile */
    public static Tile parse(String path) {
        Matcher parts = PATH.matcher(path);
        if (parts.matches()) {
            Tile tile = new Tile(parts.group(1).equals("entries") ? ENTRIES : Integer.parseInt(parts.group(1)),
                    Long.parseLong(parts.group(2).replaceAll("[x/]", "")),
                    parts.group(3) == null ? FULL : Integer.parseInt(parts.group(3)));
            if (tile.path().equals(path)) {
                return tile;
            }
        }
        throw new Malformed("not the path of a tile: " + Text.shortened(path));
    }
}
