package org.tocsin.whole;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecondStartIT {

    @Test
    void theSecondStartFindsTheDataOfTheFirst() {
        // Given
        String report = Running.tocsin(() -> Running.tokens().ofClient("sensor-a")).file("Of the first start");

        // When
        Running.again();

        // Then
        assertThat(Running.tocsin(() -> Running.tokens().ofPerson("operator-a")).get("/api/v1/reports/" + report)
                .getString("latest.submission.title")).isEqualTo("Of the first start");
    }
}
