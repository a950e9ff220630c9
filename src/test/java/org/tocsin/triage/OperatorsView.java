package org.tocsin.triage;

import io.restassured.http.Header;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.tocsin.local.As;
import org.tocsin.local.Await;
import org.tocsin.report.FiledReport;

/** Whatever an operator is answered about one report: status, headers and body of each request, by its address. */
final class OperatorsView {

    private static final List<String> PARTS = List.of("", "/revisions", "/revisions/1", "/revisions/1/diff/1", "/audit", "/deliveries", "/questions",
            "/attachments", "/withdrawal", "/behalf");
    /** They differ between any two requests. */
    private static final Set<String> OF_THE_MOMENT = Set.of("date", "ratelimit", "ratelimit-policy", "retry-after");

    private OperatorsView() {
    }

    /** @param before the place among the changes from which on it reads */
    static Map<String, String> of(As operator, FiledReport report, String before) {
        Await.told();
        Map<String, String> answers = new LinkedHashMap<>();
        PARTS.forEach(part -> ask(answers, operator, report.url() + part));
        ask(answers, operator, "/api/v1/reports/" + report.reference());
        ask(answers, operator, "/api/v1/reports?text=" + report.reference());
        ask(answers, operator, "/api/v1/triage/" + report.id() + "/incident");
        ask(answers, operator, "/api/v1/triage/" + report.id() + "/links");
        answers.put("order", operator.asks().get("/api/v1/reports?limit=200").jsonPath().getList("items.reference").toString());
        answers.put("changes", operator.asks().get(before).jsonPath().getList("items.findAll { it.report.id == '" + report.id() + "' }").toString());
        answers.put("export", export(operator, report));
        return answers;
    }

    /** The place behind all that the operator was told so far. */
    static String now(As operator) {
        Await.told();
        return operator.asks().queryParam("after", "now").get("/api/v1/changes").path("next");
    }

    private static void ask(Map<String, String> answers, As operator, String path) {
        Response answer = operator.asks().get(path);
        String headers = answer.headers().asList().stream().filter(header -> !OF_THE_MOMENT.contains(header.getName().toLowerCase()))
                .map(Header::toString).collect(Collectors.joining("\n"));
        answers.put(path, answer.statusCode() + "\n" + headers + "\n" + answer.asString());
    }

    /** The lines about the report; others of the organisation's may change meanwhile, by what other tests left behind. */
    private static String export(As operator, FiledReport report) {
        StringBuilder lines = new StringBuilder();
        byte[] zip = operator.asks().get("/api/v1/organisations/" + operator.organisation() + "/export").asByteArray();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> line.contains(report.id()))
                        .forEach(line -> lines.append(line).append('\n'));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines.toString();
    }
}
