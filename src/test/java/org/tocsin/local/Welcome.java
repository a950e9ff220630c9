package org.tocsin.local;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What bin/up says: where things are, who can sign in, what to try first. */
final class Welcome {

    private Welcome() {
    }

    static String to(LocalStack stack, Home home) {
        return """

                Tocsin          %s   %s
                National CERT   %s   %s
                Keycloak        %s   (administrator "%s", password in %s)
                Logs            %s

                Accounts, password "demo":
                  Tocsin          operator-a (org-a)  operator-b (org-b)  liaison-1  liaison-2  auditor  admin
                  National CERT   cert-liaison-1
                  machines        sensor-a (org-a)  sensor-b (org-b), secret "demo"

                Try:
                  TOKEN=$(curl -s %s/protocol/openid-connect/token \\
                    -d grant_type=client_credentials -d client_id=sensor-a -d client_secret=demo \\
                    | sed -E 's/.*"access_token":"([^"]+)".*/\\1/')

                  curl -si %s/api/v1/reports -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \\
                    -d '{"stage":"early-warning","title":"Stratum-1 server off by 40 ms","awareAt":"%s","suspectedMalicious":"unknown","crossBorder":"no"}'

                  curl -s %s/api/v1/reports/ID/deliveries -H "Authorization: Bearer $TOKEN"     (ID: from the answer above)

                Ctrl-C ends all of it; the data stay.
                """.formatted(stack.tocsin().address(), stack.tocsin().tlsAddress(), stack.cert().address(), stack.cert().tlsAddress(),
                stack.identity().address(), KeycloakAdmin.USER, home.identity().resolve("admin.password"), home.log("tocsin").getParent(),
                stack.identity().issuer(Keycloak.TOCSIN), stack.tocsin().address(), Instant.now().truncatedTo(ChronoUnit.SECONDS),
                stack.tocsin().address());
    }

    static String help() {
        return """
                Starts PostgreSQL, Keycloak, Tocsin and a second Tocsin in the part of the national CERT.
                Data, keys and logs are kept in .tocsin/; remove it (with nothing running) to begin anew.

                Ports, by environment variable:
                """ + Arrays.stream(Port.values())
                .map(port -> "  %-24s %5d   %s%n".formatted(port.variable, port.usual, port.purpose))
                .collect(Collectors.joining());
    }
}
