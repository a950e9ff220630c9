package org.tocsin.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class IdPlaceTest {

    @Property
    void whatIsWrittenIsReadBack(@ForAll long high, @ForAll long low) {
        // Given
        UUID id = new UUID(high, low);

        // When
        UUID read = IdPlace.read(IdPlace.written(id));

        // Then
        assertThat(read).isEqualTo(id);
    }
}
