package org.tocsin.report;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ReferenceTest {

    private static final String PREFIX = "TOC";

    @Property
    void whatIsGivenOutIsRead(@ForAll("characters") String characters) {
        // Given
        String reference = Reference.spell(PREFIX, characters);

        // When
        var read = Reference.read(reference);

        // Then
        assertThat(read).contains(reference);
    }

    @Property
    void oneWrongCharacterIsFound(@ForAll("characters") String characters, @ForAll @IntRange(max = 8) int where,
            @ForAll("character") char wrong) {
        // Given
        StringBuilder number = number(characters);
        Assume.that(number.charAt(where) != wrong);
        number.setCharAt(where, wrong);

        // When
        var read = Reference.read(PREFIX + number);

        // Then
        assertThat(read).isEmpty();
    }

    @Property(tries = 5000)
    void twoNeighboursThatChangedPlacesAreFound(@ForAll("characters") String characters, @ForAll @IntRange(max = 7) int where) {
        // Given
        StringBuilder number = number(characters);
        char first = number.charAt(where);
        Assume.that(first != number.charAt(where + 1));
        number.setCharAt(where, number.charAt(where + 1));
        number.setCharAt(where + 1, first);

        // When
        var read = Reference.read(PREFIX + number);

        // Then
        assertThat(read).isEmpty();
    }

    @Property
    void aPersonMayWriteItCarelessly(@ForAll("characters") String characters) {
        // Given
        String reference = Reference.spell(PREFIX, characters);
        String careless = " " + PREFIX.toLowerCase() + " "
                + number(characters).toString().replace('0', 'o').replace('1', 'l').toLowerCase() + " ";

        // When
        var read = Reference.read(careless);

        // Then
        assertThat(read).contains(reference);
    }

    @Property(tries = 100)
    void itIsNoReferenceWithoutItsPrefix(@ForAll("characters") String characters) {
        // When
        var read = Reference.read(number(characters).toString());

        // Then
        assertThat(read).isEmpty();
    }

    @Example
    void theOneInTheDocumentationIsOne() {
        assertThat(Reference.read("TOC-7K3M-Q9XW-Y")).isPresent();
    }

    @Property(tries = 100)
    void theNextOneHasTheFormThatPeopleAreTold() {
        // When
        String reference = Reference.next(PREFIX);

        // Then
        assertThat(reference).matches("TOC-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]");
    }

    @Property
    void anythingAtAllCanBeRead(@ForAll String written) {
        // When
        var read = Reference.read(written);

        // Then
        read.ifPresent(reference -> assertThat(Reference.read(reference)).contains(reference));
    }

    /** The eight characters and the check digit, without dashes. */
    private static StringBuilder number(String characters) {
        return new StringBuilder(Reference.spell("", characters).replace("-", ""));
    }

    @Provide
    Arbitrary<String> characters() {
        return character().list().ofSize(8).map(list -> list.stream().map(String::valueOf).reduce("", String::concat));
    }

    @Provide
    Arbitrary<Character> character() {
        return Arbitraries.chars().with(Reference.ALPHABET.toCharArray());
    }
}
