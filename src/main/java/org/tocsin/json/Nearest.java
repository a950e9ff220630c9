package org.tocsin.json;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The known word that someone probably meant. */
public final class Nearest {

    private static final int LONGEST = 60;

    /** The word of {@code known} that is closest to {@code word}, if any is close enough to be worth saying. */
    public static Optional<String> to(String word, Collection<String> known) {
        if (word.isEmpty() || word.length() > LONGEST) {
            return Optional.empty();
        }
        String plain = plain(word);
        // Two letters changed places ("titel") is two edits, the most frequent slip; in a very short word it is all of it.
        int tolerated = plain.length() < 4 ? 1 : Math.max(2, plain.length() / 3);
        LevenshteinDistance distance = new LevenshteinDistance(tolerated);
        return known.stream()
                .map(candidate -> new Candidate(candidate, apart(plain, plain(candidate), distance)))
                .filter(candidate -> candidate.distance >= 0)
                .min(Comparator.comparingInt(Candidate::distance))
                .map(Candidate::word);
    }

    /** " Did you mean …?" or nothing. */
    public static String hint(String word, Collection<String> known) {
        return to(word, known).map(near -> " Did you mean \"" + near + "\"?").orElse("");
    }

    /** Letters and digits only: case, hyphens and underscores are what people get wrong first. */
    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).chars()
                .filter(c -> Character.isLetterOrDigit(c) || c == '+')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    /** A word that is the end of a longer one ("amber" in "TLP:AMBER") is nearer than any that is misspelt. */
    private static int apart(String word, String candidate, LevenshteinDistance distance) {
        boolean tail = word.length() >= 3 && candidate.endsWith(word) && !candidate.equals(word);
        return tail ? 1 : distance.apply(word, candidate);
    }

    private record Candidate(String word, int distance) {
    }

    private Nearest() {
    }
}
