package org.tocsin.behalf;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import org.junit.jupiter.api.Test;

class CallSheetTest {

    private final MultivaluedMap<String, String> sent = new MultivaluedHashMap<>();

    private String read() {
        return CallSheet.read(new CallForm(sent, "key", null)).toString();
    }

    @Test
    void timesAreInUtcAndALineBeginsWithItsOwn() {
        // Given
        sent.putSingle("/calledAt", "2026-11-23T03:20");
        sent.putSingle("/statements", "3:21 Both jumped.\r\n\r\nWe cannot sign in.");

        // When, Then
        assertThat(read()).isEqualTo("{\"calledAt\":\"2026-11-23T03:20:00Z\",\"statements\":["
                + "{\"at\":\"2026-11-23T03:21:00Z\",\"said\":\"Both jumped.\"},{\"at\":\"2026-11-23T03:20:00Z\",\"said\":\"We cannot sign in.\"}]}");
    }

    @Test
    void whatCannotBeReadStaysForTheRefusalToName() {
        // Given
        sent.putSingle("/calledAt", "yesterday");
        sent.putSingle("/submission/contact/phone", " +49 30 5550100 ");

        // When, Then
        assertThat(read()).isEqualTo("{\"submission\":{\"contact\":{\"phone\":\"+49 30 5550100\"}},\"calledAt\":\"yesterday\",\"statements\":[]}");
    }
}
