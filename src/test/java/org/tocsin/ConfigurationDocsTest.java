package org.tocsin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** docs/configuration.md and the code know the same settings. */
class ConfigurationDocsTest {

    @Test
    void everySettingOfOursIsDescribedAndNoneThatIsNot() {
        // Given
        var ofTheCode = KnownSettings.ofTheCode();

        // When
        List<String> described = KnownSettings.described().stream().filter(key -> key.startsWith("tocsin.")).toList();

        // Then
        assertThat(described).containsExactlyInAnyOrderElementsOf(ofTheCode);
    }
}
