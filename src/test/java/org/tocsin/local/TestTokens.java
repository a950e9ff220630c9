package org.tocsin.local;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;

/** Signs tokens as Keycloak issues them, without asking it. */
public final class TestTokens {

    private static final Duration LIFE_OF_A_PERSONS = Duration.ofSeconds(60);
    private static final Duration LIFE_OF_A_MACHINES = Duration.ofMinutes(5);
    /** A test may hold a token for a while. */
    private static final Duration KEPT = Duration.ofSeconds(20);
    private static final Map<TestPeople.Account, Held> HELD = new ConcurrentHashMap<>();

    private record Held(String token, Instant until) {
    }

    private TestTokens() {
    }

    /** Good for 40 seconds at least. */
    static String of(TestPeople.Account account) {
        Instant now = Instant.now();
        return HELD.compute(account, (who, held) -> held != null && now.isBefore(held.until) ? held
                : new Held(signed(claims(account)), now.plus(KEPT))).token;
    }

    /** What a token of this account says; for tests of what is wrong with a token, to change and sign. */
    public static JwtClaims claims(TestPeople.Account account) {
        JwtClaims claims = new JwtClaims();
        NumericDate now = NumericDate.now();
        claims.setIssuer(ConfigProvider.getConfig().getValue("tocsin.issuer", String.class));
        claims.setAudience("tocsin");
        claims.setIssuedAt(now);
        claims.setExpirationTime(NumericDate.fromSeconds(now.getValue() + (account.machine() ? LIFE_OF_A_MACHINES : LIFE_OF_A_PERSONS).toSeconds()));
        claims.setGeneratedJwtId();
        claims.setSubject(account.subject());
        claims.setClaim("typ", "Bearer");
        claims.setClaim("acr", "1");
        claims.setClaim("scope", "email profile");
        claims.setClaim("organisation", account.organisation());
        claims.setClaim("realm_access", Map.of("roles", List.of(account.role())));
        if (account.machine()) {
            claims.setClaim("azp", account.name());
            claims.setClaim("client_id", account.name());
            claims.setClaim("preferred_username", "service-account-" + account.name());
        } else {
            claims.setClaim("azp", "cli");
            claims.setClaim("sid", account.subject());
            claims.setClaim("preferred_username", account.name());
        }
        return claims;
    }

    public static String signed(JwtClaims claims) {
        return Key.TOKENS.sign(claims);
    }

    /** Read once. */
    private static final class Key {
        private static final TokenKey TOKENS = new TokenKey(TestStack.certificates().tokens());
    }
}
