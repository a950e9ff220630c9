package org.tocsin.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.audit.Actor;

/** What a token says of who it speaks for. */
class TokenSubjectTest {

    private static final String ISSUER = "https://identity.example/realms/tocsin";

    private static Map<String, String> person() {
        return new HashMap<>(Map.of("iss", ISSUER, "sub", "17", "azp", "cli", "sid", "abc", "preferred_username", "ada"));
    }

    private static Map<String, String> client() {
        return new HashMap<>(Map.of("iss", ISSUER, "sub", "18", "azp", "sensor-a", "client_id", "sensor-a", "preferred_username", "service-account-sensor-a"));
    }

    private static Optional<Actor> of(Map<String, String> claims) {
        return TokenSubject.of(claims::get);
    }

    @Test
    void aPersonIsTheIssuersSubject() {
        assertThat(of(person())).contains(new Actor(ISSUER + "#17", "ada"));
    }

    @Test
    void aClientIsItsId() {
        assertThat(of(client())).get().satisfies(actor -> {
            assertThat(actor).isEqualTo(new Actor("client:sensor-a", "sensor-a"));
            assertThat(actor.isClient()).isTrue();
        });
    }

    @Test
    void aNameMakesNobodyAClient() {
        Map<String, String> claims = person();
        claims.put("preferred_username", "service-account-sensor-a");
        claims.put("azp", "sensor-a");

        assertThat(of(claims)).get().satisfies(actor -> assertThat(actor.isClient()).isFalse());
    }

    @Test
    void withoutAUserNameThePersonIsCalledByTheSubject() {
        Map<String, String> claims = person();
        claims.remove("preferred_username");

        assertThat(of(claims)).contains(new Actor(ISSUER + "#17", "17"));
    }

    static Stream<Map<String, String>> nobodys() {
        return Stream.of(
                with(person(), claims -> claims.remove("sid")),
                with(person(), claims -> claims.remove("iss")),
                with(person(), claims -> claims.remove("sub")),
                with(person(), claims -> claims.put("client_id", "cli")),
                with(client(), claims -> claims.put("sid", "abc")),
                with(client(), claims -> claims.put("client_id", "another")),
                with(client(), claims -> claims.remove("azp")),
                with(client(), claims -> claims.remove("client_id")),
                Map.of());
    }

    private static Map<String, String> with(Map<String, String> claims, Consumer<Map<String, String>> change) {
        change.accept(claims);
        return claims;
    }

    @ParameterizedTest
    @MethodSource
    void nobodys(Map<String, String> claims) {
        assertThat(of(claims)).isEmpty();
    }
}
