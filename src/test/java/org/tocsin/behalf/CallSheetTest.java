package org.tocsin.behalf;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.problem.Fault;
import org.tocsin.problem.Problem;

class CallSheetTest {

    private final MultivaluedMap<String, String> sent = new MultivaluedHashMap<>();

    private String read() {
        return CallSheet.read(new CallForm(sent, "key", null)).toString();
    }

    private void when(String field, String date, String time, String zone) {
        sent.putSingle(field + "/date", date);
        sent.putSingle(field + "/time", time);
        sent.putSingle(field + "/zone", zone);
    }

    @Test
    void timesAreInTheirZoneAndALineBeginsWithItsOwn() {
        // Given
        when("/calledAt", "2026-11-23", "4:20", "Europe/Berlin");
        sent.putSingle("/statements", "4:21 Both jumped.\r\n\r\nWe cannot sign in.");

        // When, Then
        assertThat(read()).isEqualTo("{\"calledAt\":\"2026-11-23T03:20:00.000000Z\",\"statements\":["
                + "{\"at\":\"2026-11-23T03:21:00.000000Z\",\"said\":\"Both jumped.\"},{\"at\":\"2026-11-23T03:20:00.000000Z\",\"said\":\"We cannot sign in.\"}]}");
    }

    @Test
    void whatCannotBeReadStaysForTheRefusalToName() {
        // Given
        when("/calledAt", "yesterday", "", "UTC");
        sent.putSingle("/submission/contact/phone", " +49 30 5550100 ");

        // When, Then
        assertThat(read()).isEqualTo("{\"submission\":{\"contact\":{\"phone\":\"+49 30 5550100\"}},\"calledAt\":\"yesterday UTC\",\"statements\":[]}");
    }

    @Test
    void aClockThatIsNotTrustedIsSaidInTheReport() {
        // Given
        when("/submission/awareAt", "2026-11-23", "03:15", "UTC");
        sent.putSingle("/submission/awareAt/doubt", "yes");

        // When, Then
        assertThat(read()).contains("\"awareAt\":\"2026-11-23T03:15:00.000000Z\",\"description\":\"" + CallSheet.DOUBTED + "\"");
    }

    @Test
    void anHourThatClocksHadTwiceIsNoTime() {
        // Given
        when("/callBack/at", "2026-10-25", "02:30", "Europe/Berlin");
        Problem refused = Problem.invalid("call", List.of(new Fault("/callBack/at", "not-a-time", "For programs")));

        // When, Then
        assertThat(new CallForm(sent, "key", refused).faults()).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/callBack/at");
            assertThat(fault.message()).contains("Berlin showed this hour twice", "00:30:00 UTC (UTC+02:00)");
        });
    }

    @Test
    void aTimeThatCannotBeReadIsSaidOnceAndInWordsForPeople() {
        // Given
        when("/calledAt", "2026-11-23", "4.20 or so", "UTC");
        Problem refused = Problem.invalid("call", List.of(new Fault("/calledAt", "not-a-time", "For programs"),
                new Fault("/statements/0/at", "not-a-time", "For programs")));

        // When, Then
        assertThat(new CallForm(sent, "key", refused).faults()).singleElement().extracting(Fault::message)
                .isEqualTo("This is not a time. Give the date and the time of day, such as 03:14.");
    }
}
