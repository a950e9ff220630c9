package org.tocsin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One person's cookies, without a browser: each step of a sign-in can be looked at, left out or done twice. */
public final class WebSession {

    private static final Pattern LOGIN_FORM = Pattern.compile("<form[^>]+id=\"kc-form-login\"[^>]+action=\"([^\"]+)\"");
    private static final String DEMO = "demo";

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI home;
    /** By host and port, for an instance's must not be sent to the identity provider. */
    private final Map<String, Map<String, String>> cookies = new TreeMap<>();

    public WebSession(URI home) {
        this.home = home;
    }

    /** Signs in at a page of ours, to the end. */
    public WebSession signIn(String user, String path) {
        HttpResponse<String> answer = get(home.resolve(path));
        for (int steps = 0; steps < 10 && answer.statusCode() / 100 == 3; steps++) {
            URI next = location(answer);
            answer = isOurs(next) ? get(next) : returned(user, next);
        }
        if (answer.statusCode() != 200) {
            throw new StackFailure("Sign-in of " + user + " ended with " + answer.statusCode() + " at " + answer.uri());
        }
        return this;
    }

    public WebSession signIn(As person, String path) {
        return signIn(TestPeople.atKeycloak(person.user()), path);
    }

    /** At the identity provider: enters name and password, unless its own session is known. @return its redirect back to us */
    public HttpResponse<String> returned(String user, URI authorization) {
        HttpResponse<String> page = get(authorization);
        if (page.statusCode() / 100 == 3) {
            return page;
        }
        Matcher form = LOGIN_FORM.matcher(page.body());
        if (!form.find()) {
            throw new StackFailure("No form to sign in at " + authorization + ": " + page.statusCode());
        }
        return send(HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(Map.of("username", TestPeople.atKeycloak(user), "password", DEMO).entrySet().stream()
                        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")))));
    }

    public HttpResponse<String> get(URI address) {
        return send(HttpRequest.newBuilder(address).header("Accept", "text/html,*/*;q=0.8"));
    }

    public URI location(HttpResponse<String> answer) {
        return answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow(
                () -> new StackFailure("No Location: " + answer.statusCode() + " at " + answer.uri())));
    }

    public boolean isOurs(URI address) {
        return address.getPort() == home.getPort();
    }

    /** As the Cookie header has them. */
    public String cookies() {
        return cookies(home);
    }

    public void forget(Pattern name) {
        of(home).keySet().removeIf(name.asPredicate());
    }

    private String cookies(URI address) {
        return of(address).entrySet().stream().map(each -> each.getKey() + "=" + each.getValue()).collect(Collectors.joining("; "));
    }

    private Map<String, String> of(URI address) {
        return cookies.computeIfAbsent(address.getHost() + ":" + address.getPort(), host -> new TreeMap<>());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        URI address = request.build().uri();
        if (!of(address).isEmpty()) {
            request.header("Cookie", cookies(address));
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(line -> keep(address, line));
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted at " + address, e);
        }
    }

    private void keep(URI address, String line) {
        String pair = line.split(";", 2)[0];
        String name = pair.substring(0, pair.indexOf('='));
        if (line.toLowerCase(java.util.Locale.ROOT).contains("max-age=0")) {
            of(address).remove(name);
        } else {
            of(address).put(name, pair.substring(name.length() + 1));
        }
    }
}
