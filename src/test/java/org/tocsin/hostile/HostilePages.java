package org.tocsin.hostile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Makes hostile requests to the pages, as a browser that is signed in could be made to send them. */
final class HostilePages {

    private static final String FORM = "application/x-www-form-urlencoded";
    /** Of forms that a page takes as a whole, whose fields no annotation names. */
    private static final List<String> TYPED = List.of("title", "description", "severity", "version", "language", "q", "search", "kind", "remove", "add", "another",
            "date", "time", "zone", "assets", "ref", "name", "text", "reason", "file", "organisation", "_csrf");

    private final Random random;
    private final List<PageRoute> routes;
    private final List<String> ids;
    private int made;

    /** @param ids of reports, drafts and whatever else pages name */
    HostilePages(Random random, List<PageRoute> routes, List<String> ids) {
        this.random = random;
        this.routes = routes;
        this.ids = ids;
    }

    /**
     * @param cookies of whose session it is
     * @param marker  what must not come back unescaped: it stands within angle brackets
     */
    RawRequest next(String cookies, String marker) {
        PageRoute route = routes.get(made++ % routes.size());
        RawRequest request = RawRequest.of(route.method(), path(route, marker) + query(route, marker)).with("Cookie", cookies)
                .with("Accept", "text/html,application/xhtml+xml,*/*;q=0.8").with("Sec-Fetch-Site", "same-origin");
        if (route.method().equals("POST")) {
            request = route.consumes().startsWith("multipart") ? multipart(request, route, marker) : form(request, route, marker);
        }
        return random.nextInt(3) == 0 ? HostileHeaders.spoiled(random, request, List.of("Content-Type", "Cookie", "Accept"), marker) : request;
    }

    private String path(PageRoute route, String marker) {
        String path = route.path();
        while (path.contains("{")) {
            String value = switch (random.nextInt(4)) {
                case 0 -> HostileText.inAddress(random, HostileText.any(random, marker));
                case 1 -> UUID.randomUUID().toString();
                default -> ids.get(random.nextInt(ids.size()));
            };
            path = path.replaceFirst("\\{[^}]*}", java.util.regex.Matcher.quoteReplacement(value));
        }
        return path;
    }

    private String query(PageRoute route, String marker) {
        if (route.query().isEmpty() && random.nextInt(4) > 0 || random.nextInt(3) == 0) {
            return "";
        }
        String name = route.query().isEmpty() ? "x" : route.query().get(random.nextInt(route.query().size()));
        return "?" + name + "=" + HostileText.inAddress(random, HostileText.any(random, marker));
    }

    private List<String> fields(PageRoute route) {
        List<String> fields = new ArrayList<>(route.fields());
        for (int i = random.nextInt(4); i >= 0; i--) {
            fields.add(TYPED.get(random.nextInt(TYPED.size())));
        }
        fields.removeIf(each -> random.nextInt(8) == 0);
        return fields;
    }

    private RawRequest form(RawRequest request, PageRoute route, String marker) {
        StringBuilder body = new StringBuilder();
        for (String field : fields(route)) {
            String value = random.nextInt(6) == 0 ? "1" : HostileText.inAddress(random, HostileText.any(random, marker));
            body.append(body.isEmpty() ? "" : "&").append(field).append(random.nextInt(15) == 0 ? "" : "=" + value);
        }
        if (random.nextInt(20) == 0) {
            body.append("&").append("a=b&".repeat(random.nextInt(3000)));
        }
        return request.with("Content-Type", FORM).carrying(body.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    private RawRequest multipart(RawRequest request, PageRoute route, String marker) {
        StringBuilder body = new StringBuilder();
        for (String field : fields(route)) {
            String text = HostileText.inHeader(HostileText.any(random, marker));
            body.append(random.nextInt(15) == 0 ? "--y" : "--x").append("\r\nContent-Disposition: form-data; name=\"").append(field).append('"')
                    .append(random.nextBoolean() ? "; filename=\"" + text.replace("\"", "") + "\"" : "").append("\r\n")
                    .append(random.nextInt(4) == 0 ? "Content-Type: " + text + "\r\n" : "").append("\r\n")
                    .append(text).append("\r\n");
        }
        body.append(random.nextInt(8) == 0 ? "" : "--x--\r\n");
        String type = random.nextInt(10) == 0 ? "multipart/form-data" : random.nextInt(10) == 0 ? FORM : "multipart/form-data; boundary=x";
        return request.with("Content-Type", type).carrying(body.toString().getBytes(StandardCharsets.ISO_8859_1));
    }
}
