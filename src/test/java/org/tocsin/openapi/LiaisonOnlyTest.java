package org.tocsin.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.local.As;
import org.tocsin.local.Await;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestPeople;
import org.tocsin.local.WebSession;
import org.tocsin.openapi.Description.Operation;
import org.tocsin.peer.Handing;
import org.tocsin.webhook.Listener;

/**
 * What is for liaisons and auditors alone, by the API's own description, is in nothing that another can get: not in an answer of any
 * reading operation, a page, an export, evidence, the changes, a webhook's message or a mail; here and where a report was handed over.
 */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class LiaisonOnlyTest {

    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+)[^}]*}");
    private static final Pattern LINK = Pattern.compile("(?:href|hx-get|src|action)=\"(/[^\"#]*)\"");
    private static final int MOST_PAGES = 150;
    /** One that uses its connections again: so many requests would hold more of them than an address may have. */
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TestHTTPResource("/")
    URI home;

    private final Map<String, String> marks = new LinkedHashMap<>();
    private LiaisonOnly liaisonOnly;

    @BeforeEach
    void readTheTable() throws IOException {
        try (InputStream in = LiaisonOnlyTest.class.getResourceAsStream("/liaison-only.txt")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" = ", 2)).forEach(line -> marks.put(line[0], line[1]));
        }
        liaisonOnly = new LiaisonOnly(Description.served());
    }

    @Test
    void ofEachMemberItIsDecidedHowItsSecrecyIsSeen() {
        assertThat(marks.keySet()).as("src/test/resources/liaison-only.txt").containsExactlyInAnyOrderElementsOf(liaisonOnly.members());
    }

    @Test
    void nothingOfItIsInWhatAnotherCanGet() throws Exception {
        try (Listener listener = new Listener(0)) {
            assertThat(As.OPERATOR_A.sends("{\"url\": \"%s\", \"description\": \"All of it\", \"types\": []}".formatted(listener.url())).post("/api/v1/webhooks").statusCode()).isEqualTo(201);
            Secrets secrets = Secrets.put();
            Await.told();
            Await.signed();
            Await.until("the webhook was told of the acknowledgement",
                    () -> listener.about(secrets.report.id()).stream().anyMatch(message -> message.text().contains("acknowledged")));

            // Whoever may read it finds all of it by the same search: so it would be found.
            Unpacked liaisons = Unpacked.of(answers(secrets, As.LIAISON_1.token()));
            assertThat(liaisons.text()).contains(secrets.markers.values());

            Set<String> all = secrets.markers.keySet();
            check("operator", secrets, all, answers(secrets, As.OPERATOR_A.token()));
            check("sensor", secrets, all, answers(secrets, As.SENSOR_A.token()));
            check("nobody", secrets, all, answers(secrets, null));
            check("another operator", secrets, without(all, "related", "others-id", "others-reference", "others-organisation"),
                    answers(secrets, As.OPERATOR_B.token()));
            check("admin", secrets, without(all, "account", "account-id", "others-organisation"), answers(secrets, As.ADMIN.token()));
            check("a person of the peer's at the CERT", secrets, all, answers(secrets, TestPeople.person("tocsin", "operator").token()));
            check("the peer", secrets, all, Handing.status(secrets.names.get("submission")).body());
            check("pages", secrets, all, pages(secrets));
            check("webhook", secrets, all, listener.heard().stream().map(Listener.Heard::text).collect(Collectors.joining("\n")).getBytes(StandardCharsets.UTF_8));
            check("mail", secrets, all, String.join("\n", Rows.column("select subject || body || recipient from notice where purpose = 'news' and organisation_id = ?",
                    As.OPERATOR_A.organisation())).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Set<String> without(Set<String> all, String... some) {
        Set<String> rest = new LinkedHashSet<>(all);
        rest.removeAll(Set.of(some));
        return rest;
    }

    private void check(String reader, Secrets secrets, Set<String> markers, byte[] got) {
        Unpacked unpacked = Unpacked.of(got);
        markers.forEach(name -> assertThat(position(unpacked.text(), secrets.markers.get(name))).as("%s reads %s", reader, name).isEmpty());
        Set<String> keys = marks.values().stream().filter(mark -> mark.startsWith("key ")).map(mark -> mark.substring(4)).collect(Collectors.toSet());
        assertThat(unpacked.keys()).as("%s reads members", reader).doesNotContainAnyElementsOf(keys);
    }

    /** What stands around it, for whoever has to find where it comes from. */
    private static String position(String text, String marker) {
        int at = text.indexOf(marker);
        return at < 0 ? "" : text.substring(Math.max(0, at - 300), Math.min(text.length(), at + 100));
    }

    /** @param token null for somebody without an account */
    private byte[] answers(Secrets secrets, String token) throws Exception {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Operation operation : liaisonOnly.readings()) {
            for (String path : paths(operation.path(), secrets)) {
                HttpRequest.Builder request = HttpRequest.newBuilder(home.resolve(path));
                HttpResponse<byte[]> answer = HTTP.send((token == null ? request : request.header("Authorization", "Bearer " + token)).build(), BodyHandlers.ofByteArray());
                assertThat(answer.statusCode()).as(path).isNotEqualTo(429).isLessThan(500);
                if (answer.statusCode() != 200 && path.contains(secrets.names.get("others"))) {
                    continue; // says no more than that there is nothing of the id that was asked for
                }
                all.write(("\n" + answer.statusCode() + "\n" + (answer.statusCode() == 200 ? answer.headers().map() : "") + "\n").getBytes(StandardCharsets.UTF_8));
                byte[] body = answer.body();
                // What is packed is looked into on its own.
                all.write(body.length > 1 && (body[0] == 'P' || body[0] == 0x1f) ? Unpacked.of(body).text().getBytes(StandardCharsets.UTF_8) : body);
                all.write('\n');
            }
        }
        return all.toByteArray();
    }

    /** With one name in it, each that we have; with several, those of the one report. */
    private static List<String> paths(String template, Secrets secrets) {
        List<String> variables = VARIABLE.matcher(template).results().map(found -> found.group(1)).toList();
        if (variables.isEmpty()) {
            return List.of(template);
        }
        List<String> paths = new ArrayList<>();
        if (variables.size() == 1) {
            secrets.names.values().forEach(name -> paths.add(VARIABLE.matcher(template).replaceAll(Matcher.quoteReplacement(name))));
            return paths;
        }
        for (String id : List.of(secrets.names.get("report"), secrets.names.get("call"))) {
            paths.add(VARIABLE.matcher(template).replaceAll(found -> found.group(1).equals("id") ? id
                    : secrets.names.getOrDefault(found.group(1), "1")));
        }
        return paths;
    }

    /** Everything that links lead to, from the pages of the report on. */
    private byte[] pages(Secrets secrets) throws IOException {
        WebSession session = new WebSession(home).signIn(As.OPERATOR_A, "/start");
        Deque<String> next = new ArrayDeque<>(List.of("/reports/" + secrets.report.reference(), "/reports/" + secrets.report.reference() + "/deliveries",
                "/triage/" + secrets.report.reference() + "/release", "/triage", "/reports", "/start"));
        Set<String> seen = new LinkedHashSet<>();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        while (!next.isEmpty() && seen.size() < MOST_PAGES) {
            String path = next.remove();
            if (!seen.add(path) || path.startsWith("/static") || path.contains("logout")) {
                continue;
            }
            var answer = session.get(home.resolve(path.replace("&amp;", "&")));
            all.write(("\n" + path + " " + answer.statusCode() + "\n" + answer.body() + "\n").getBytes(StandardCharsets.UTF_8));
            if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
                LINK.matcher(answer.body()).results().map(found -> found.group(1)).forEach(next::add);
            }
        }
        assertThat(all.toString(StandardCharsets.UTF_8)).contains(secrets.report.reference());
        return all.toByteArray();
    }
}
