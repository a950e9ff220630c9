package org.tocsin.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A person's session at the pages, without a browser: it follows the code flow and keeps the cookies. */
final class SignedIn {

    private static final Pattern FORM = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");

    /** As a browser does on this machine: what is said to be for secure connections goes to localhost too. */
    private static final class Cookies extends CookieManager {

        Cookies() {
            super(null, CookiePolicy.ACCEPT_ALL);
        }

        @Override
        public void put(URI from, Map<String, List<String>> headers) throws IOException {
            super.put(from, headers);
            getCookieStore().getCookies().forEach(cookie -> cookie.setSecure(false));
        }
    }

    private final HttpClient http;
    private final String address;

    private SignedIn(HttpClient http, String address) {
        this.http = http;
        this.address = address;
    }

    static SignedIn as(String account, String address) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL)
                .cookieHandler(new Cookies()).build();
        SignedIn person = new SignedIn(http, address);
        Matcher form = FORM.matcher(person.get("/").body());
        if (!form.find()) {
            throw new IOException("No form to sign in with");
        }
        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=" + URLEncoder.encode(account, StandardCharsets.UTF_8) + "&password=demo"))
                .build(), BodyHandlers.ofString());
        if (!answer.uri().toString().startsWith(address)) {
            throw new IOException(account + " is not signed in: " + answer.statusCode() + " at " + answer.uri());
        }
        return person;
    }

    /** @throws IOException also when it is not a page */
    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answers " + answer.statusCode());
        }
        return answer;
    }

    /** Where the first link leads that begins so; null when the page has none. */
    String firstLink(String page, String beginning) throws IOException, InterruptedException {
        Matcher link = Pattern.compile("href=\"(" + Pattern.quote(beginning) + "TOC-[^\"#?]+)\"").matcher(get(page).body());
        return link.find() ? link.group(1) : null;
    }
}
