package org.tocsin.asset;

/** What was done just now, as the page after it says: a word in its address, never a text. */
enum AssetTold {
    ADDED("It is in your inventory."),
    SAVED("Your changes are saved."),
    SAME("Nothing was different, so nothing was written."),
    REMOVED("It is struck off your inventory. Reports keep what the inventory said of it when they came."),
    IMPORTED("The file is in your inventory.");

    private final String words;

    AssetTold(String words) {
        this.words = words;
    }

    /** @return null for a word that is none of ours */
    static String of(String word) {
        for (AssetTold told : values()) {
            if (Words.of(told).equals(word)) {
                return told.words;
            }
        }
        return null;
    }
}
