package org.tocsin.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestPeople;
import org.tocsin.local.WebSession;
import org.tocsin.report.Drafts;

/** Whatever a browser is made to send to a page, the page does not fail and shows nothing of it as markup. As many as {@link HostileRequestsTest} sends, by four. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class HostilePagesTest {

    private static final int COUNT = Integer.getInteger("tocsin.hostile", 2000) / 4;
    private static final long SEED = Long.getLong("tocsin.hostile.seed", 5);

    @TestHTTPResource("/")
    URI home;

    private final Findings findings = new Findings();
    private final Map<Integer, Integer> statuses = new TreeMap<>();

    @Test
    void noPageFails() throws Exception {
        // Given
        System.out.printf("%d hostile requests to pages, -Dtocsin.hostile.seed=%d%n", COUNT, SEED);
        Random random = new Random(SEED);
        String organisation = "hostile-" + UUID.randomUUID();
        Rows.column("insert into organisation (id, name) values (?, 'Hostile requests') returning id", organisation);
        TestPeople.Account operator = TestPeople.person(organisation, "operator");
        List<String> sessions = List.of(session(operator), session(TestPeople.person(organisation, "liaison")),
                session(TestPeople.person(organisation, "auditor")), session(TestPeople.person(organisation, "admin")));
        HostilePages pages = new HostilePages(random, PageRoute.all(), ids(operator, organisation, sessions.get(0)));

        // When
        try (RawConnection connection = new RawConnection(home); ErrorLog errors = ErrorLog.opened()) {
            for (int i = 0; i < COUNT; i++) {
                String marker = "zq" + Long.toString(random.nextLong() & Long.MAX_VALUE, 36);
                // Most of them by who may do something there.
                send(pages.next(sessions.get(random.nextInt(sessions.size())), marker), marker, connection, errors);
            }
        }
        System.out.printf("%d hostile requests to pages, answers by status: %s%n", COUNT, statuses);

        // Then
        assertThat(findings.summary()).as("of -Dtocsin.hostile.seed=" + SEED + "; all of them are in " + findings.write(Path.of("target", "hostile-pages.txt"))).isEmpty();
    }

    private String session(TestPeople.Account person) {
        return new WebSession(home).signIn(person.name(), "/").cookies();
    }

    /** A report, and a draft that the pages make. */
    private List<String> ids(TestPeople.Account operator, String organisation, String session) {
        String report = operator.sends(Drafts.earlyWarning().toString()).post("/api/v1/reports").then().statusCode(201).extract().path("reference");
        try (RawConnection connection = new RawConnection(home)) {
            RawAnswer begun = connection.ask(RawRequest.of("POST", "/drafts").with("Cookie", session).with("Sec-Fetch-Site", "same-origin")
                    .with("Content-Type", "application/x-www-form-urlencoded").carrying("a=b"));
            String draft = begun.header("location");
            return List.of(report, report, draft.substring(draft.lastIndexOf('/') + 1), organisation, "title", "check", "observations", "1");
        }
    }

    private void send(RawRequest request, String marker, RawConnection connection, ErrorLog errors) {
        try {
            Optional<RawAnswer> answer = connection.ask(request.bytes(), request.method());
            statuses.merge(answer.map(RawAnswer::status).orElse(0), 1, Integer::sum);
            answer.ifPresentOrElse(given -> check(given, request, marker), () -> findings.add("closed without an answer", shown(request), ""));
        } catch (AssertionError silent) {
            findings.add(silent.getMessage(), shown(request), "");
        }
        if (!errors.entries().isEmpty()) {
            findings.add("logged as an error", shown(request), errors.entries().toString());
            errors.entries().clear();
        }
    }

    private void check(RawAnswer answer, RawRequest request, String marker) {
        if (answer.status() >= 500) {
            findings.add("failed with " + answer.status(), shown(request), answer.toString());
        }
        if (answer.text().contains("<" + marker)) {
            findings.add("shown as markup", shown(request), answer.toString());
        }
        boolean refused = answer.status() >= 400 && answer.headers().containsKey("date") && answer.status() != 499;
        if (refused && !List.of("text/html", "application/problem+json").contains(answer.mediaType())) {
            findings.add("refused in " + answer.mediaType() + " by " + answer.status(), shown(request), answer.toString());
        }
    }

    private static String shown(RawRequest request) {
        return request.method() + " " + request.target() + "\n" + new String(request.without("Cookie").bytes(), java.nio.charset.StandardCharsets.ISO_8859_1);
    }
}
