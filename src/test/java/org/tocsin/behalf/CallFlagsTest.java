package org.tocsin.behalf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallFlagsTest {

    private static final Instant NOW = at("04:00");

    private static Instant at(String time) {
        return Instant.parse("2026-11-23T" + time + ":00Z");
    }

    private static List<String> flags(String calledAt, String back, String said) {
        Call.Back callBack = back == null ? null : new Call.Back(new PhoneNumber("+49 30 5550199"), at(back), "Switchboard");
        List<Call.Statement> statements = said == null ? List.of()
                : Stream.of(said.split(" ")).map(time -> new Call.Statement(at(time), "…")).toList();
        return CallFlags.of(new BehalfFiling("org-a", null, at(calledAt), callBack, statements, null), NOW);
    }

    @ParameterizedTest
    @CsvSource({"03:20, 03:31, 03:21 03:24", "03:20, , ", "04:01, , 04:01", "03:20, 03:20, 03:20 03:20"})
    void aCallThatCouldHaveBeenSoRaisesNone(String calledAt, String back, String said) {
        assertThat(flags(calledAt, back, said)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "04:02, , , call-in-future",
        "03:20, , 04:02, statement-in-future",
        "03:20, , 03:19, statement-before-call",
        "03:20, , 03:24 03:21, statements-out-of-order",
        "03:20, 04:02, , call-back-in-future",
        "03:20, 03:10, , called-back-before-call"})
    void whatIsOddIsFlagged(String calledAt, String back, String said, String flag) {
        assertThat(flags(calledAt, back, said)).containsExactly(flag);
    }
}
