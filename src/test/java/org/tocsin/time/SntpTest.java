package org.tocsin.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that are right, wrong, silent and confused, asked over real sockets. */
class SntpTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static ClockReading asked(String... sources) {
        return new ClockSources(new TimeConfig() {
            @Override
            public String chronyc() {
                return "/nowhere/chronyc";
            }

            @Override
            public Optional<List<String>> sources() {
                return Optional.of(List.of(sources)).filter(some -> !some.isEmpty());
            }

            @Override
            public Duration every() {
                return Duration.ofMinutes(1);
            }

            @Override
            public Duration timeout() {
                return Duration.ofSeconds(3);
            }

            @Override
            public Duration limit() {
                return Duration.ofSeconds(1);
            }

            @Override
            public Duration longestAbsence() {
                return Duration.ofDays(1);
            }

            @Override
            public Optional<Instant> confirmed() {
                return Optional.empty();
            }
        }).ask(Instant.EPOCH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT1H", "PT-1H", "P7305D", "P-7305D"})
    void aServerSaysHowFarWeAreOff(Duration ahead) throws Exception {
        try (TimeServer server = TimeServer.ahead(ahead)) {
            // When
            SourceAnswer answer = new Sntp(server.address(), PATIENCE).ask();

            // Then
            assertThat(answer.offset().minus(ahead).abs()).isLessThanOrEqualTo(answer.uncertainty());
            assertThat(answer.uncertainty()).isBetween(Duration.ofMillis(8), PATIENCE);
        }
    }

    @Test
    void whoIsNotSynchronisedOrAnswersAnotherQuestionIsNotBelieved() {
        try (TimeServer lost = TimeServer.unsynchronised(); TimeServer confused = TimeServer.confused()) {
            assertThatThrownBy(new Sntp(lost.address(), PATIENCE)::ask).hasMessageContaining("not synchronised");
            assertThatThrownBy(new Sntp(confused.address(), PATIENCE)::ask).isInstanceOf(NoAnswer.class);
        }
    }

    @Test
    void aMajorityOfThreeIsEnoughWhateverTheThirdSays() {
        try (TimeServer one = TimeServer.ahead(Duration.ZERO); TimeServer two = TimeServer.ahead(Duration.ZERO);
                TimeServer liar = TimeServer.ahead(Duration.ofDays(7305))) {
            // When
            ClockReading reading = asked(one.address(), liar.address(), two.address());

            // Then
            assertThat(reading.verified()).as(reading.words()).isTrue();
            assertThat(reading.sources()).containsExactly(one.address(), two.address());
            assertThat(reading.isBeyond(Duration.ofSeconds(1))).isFalse();
        }
    }

    @Test
    void withoutAMajorityOrAnyoneToAskItIsUnverifiedAndSaysWhy() {
        try (TimeServer one = TimeServer.ahead(Duration.ZERO); TimeServer two = TimeServer.ahead(Duration.ofHours(1))) {
            assertThat(asked(one.address(), two.address(), "127.0.0.1:9").words()).startsWith("Unverified").contains("no majority of the 3", "127.0.0.1:9 did not answer");
            assertThat(asked(one.address(), two.address()).words()).contains("fewer than 3 servers are configured");
            assertThat(asked().words()).contains("no chronyc on this host; no servers are configured");
        }
    }

    @Test
    void allOfThemSayingThatWeAreOffIsVerifiedAndBeyondTheLimit() {
        try (TimeServer one = TimeServer.ahead(Duration.ofHours(1)); TimeServer two = TimeServer.ahead(Duration.ofHours(1));
                TimeServer three = TimeServer.ahead(Duration.ofHours(1))) {
            // When
            ClockReading reading = asked(one.address(), two.address(), three.address());

            // Then
            assertThat(reading.isBeyond(Duration.ofSeconds(1))).isTrue();
            assertThat(reading.words()).matches("Off by (1 h|59 min 59 s) \\(behind\\) ± .* ms, by .*");
        }
    }
}
