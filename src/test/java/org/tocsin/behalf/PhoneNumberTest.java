package org.tocsin.behalf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    private final PhoneNumber.Notation notation = new PhoneNumber.Notation();

    @ParameterizedTest
    @CsvSource({"+49 30 5550100, +49305550100", "+49 (30) 555-01.00, +49305550100", "+12025550143, +12025550143",
        "+881 631 555 010, +881631555010", "+870 773 111 632, +870773111632"})
    void aNumberIsKeptInOneSpelling(String written, String kept) {
        assertThat(notation.objection(written)).isEmpty();
        assertThat(new PhoneNumber(written).text()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+", "030 5550100", "0049305550100", "+49", "+49 30 5550100 ext. 7", "+1 800 FLOWERS", "+999 123456",
        "+4930555010012345678901", "tel:+49305550100", "+49 30 5550100;ext=7", "+٤٩٣٠٥٥٥٠١٠٠"})
    void whatIsNoInternationalNumberIsRefused(String written) {
        assertThat(notation.objection(written)).isPresent();
    }
}
