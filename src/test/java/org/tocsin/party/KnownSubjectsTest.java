package org.tocsin.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tocsin.audit.Actor;

/** Which verified tokens are good for anything. */
class KnownSubjectsTest {

    private static final Duration MINUTE = Duration.ofSeconds(60);
    private static final Optional<Actor> PERSON = Optional.of(Actor.person("https://identity.example/realms/tocsin", "17", "ada"));
    private static final Optional<Actor> CLIENT = Optional.of(Actor.client("sensor-a"));

    @Test
    void aPersonsLastsAMinuteAndNoSecondMore() {
        assertThat(KnownSubjects.objection(PERSON, 1000, 1060, MINUTE)).isEmpty();
        assertThat(KnownSubjects.objection(PERSON, 1000, 1061, MINUTE)).isPresent();
    }

    @Test
    void aPersonsThatDoesNotSayWhenItWasIssuedIsRefused() {
        assertThat(KnownSubjects.objection(PERSON, 0, 30, MINUTE)).isPresent();
    }

    @Test
    void aClientsMayLastLonger() {
        assertThat(KnownSubjects.objection(CLIENT, 1000, 1300, MINUTE)).isEmpty();
    }

    @Test
    void nobodysIsRefused() {
        assertThat(KnownSubjects.objection(Optional.empty(), 1000, 1010, MINUTE)).isPresent();
    }
}
