package org.tocsin.asset;

import org.tocsin.json.WireWord;
import org.tocsin.web.Speech;

/** What was done just now, as the page after it says: a word in its address, never a text. */
enum AssetTold {
    ADDED,
    SAVED,
    SAME,
    REMOVED,
    IMPORTED;

    /** @return null for a word that is none of ours */
    static String of(String word) {
        for (AssetTold told : values()) {
            if (WireWord.of(told).equals(word)) {
                return Speech.of("told_" + word);
            }
        }
        return null;
    }
}
