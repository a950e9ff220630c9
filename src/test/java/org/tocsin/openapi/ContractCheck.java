package org.tocsin.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tocsin.openapi.Description.Operation;

/** Holds an exchange against the API description: status, media type, headers, body, and the body of an accepted request. */
final class ContractCheck {

    /** What any address may answer, whatever its operations say. */
    private static final Set<Integer> ANYWHERE = Set.of(405, 406, 408, 414, 431, 500, 503);
    /** They answer 200 to bodies that they find fault with. */
    private static final Set<String> JUDGES = Set.of("validateReport", "fileReportBatch");
    /** 23:59:60 is a time (RFC 3339 section 5.7) that senders have and we take; the validator does not know it. */
    private static final String NO_LEAP_SECOND = "must be a valid RFC 3339 date-time";
    private static final Set<Integer> WITHOUT_BODY = Set.of(204, 304);
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");

    private record Route(Pattern path, Operation operation) {
    }

    private final Answers answers;
    private final HeaderCheck headers;
    private final List<Route> routes;

    ContractCheck(Description description) {
        this.answers = new Answers(description);
        this.headers = new HeaderCheck(description, answers);
        this.routes = description.operations().stream()
                .sorted(Comparator.comparing((Operation operation) -> operation.path().replaceAll("[^{]", "").length()))
                .map(operation -> new Route(pattern(operation.path()), operation))
                .toList();
    }

    /** @return what in a request's body is not as its operation says; a single fault when there is no such operation */
    List<String> misfitsOfRequest(String method, String path, String json) {
        Optional<Operation> operation = routes.stream().filter(route -> route.path().matcher(path).matches()).map(Route::operation)
                .filter(candidate -> candidate.method().equals(method)).findFirst();
        return operation.map(found -> answers.misfits(found.said().at("/requestBody/content/application~1json/schema"), json))
                .orElseGet(() -> List.of("there is no " + method + " " + path));
    }

    /** @return what is not as described; empty when all is, or the address is none of the description's */
    List<String> faults(Exchange exchange) {
        List<Route> here = routes.stream().filter(route -> route.path().matcher(exchange.path()).matches()).toList();
        if (here.isEmpty()) {
            return List.of();
        }
        Optional<Operation> operation = here.stream().map(Route::operation)
                .filter(candidate -> candidate.method().equals(exchange.method())).findFirst();
        List<String> faults = new ArrayList<>();
        if (operation.isPresent()) {
            check(operation.get(), exchange, faults);
        } else if (exchange.status() < 400 && !exchange.method().equals("OPTIONS") && !exchange.method().equals("HEAD")) {
            faults.add("an operation that is not described");
        }
        return faults.stream().map(fault -> exchange + ": " + fault).toList();
    }

    private void check(Operation operation, Exchange exchange, List<String> faults) {
        JsonNode described = described(operation, exchange.status());
        if (described.isMissingNode()) {
            faults.add("the status is not described; the body is " + exchange.body());
            return;
        }
        headers.check(described, exchange, faults);
        checkBody(described.path("content"), exchange, faults);
        if (exchange.status() < 300 && exchange.sent() != null && !JUDGES.contains(operation.said().path("operationId").asText())) {
            JsonNode schema = operation.said().at("/requestBody/content/application~1json/schema");
            if (!schema.isMissingNode()) {
                answers.misfits(schema, exchange.sent()).stream().filter(misfit -> !misfit.contains(NO_LEAP_SECOND)).forEach(misfit -> faults.add("accepted, but its body does not fit: " + misfit));
            }
        }
    }

    private JsonNode described(Operation operation, int status) {
        JsonNode answer = operation.answer(status);
        return answer.isMissingNode() && ANYWHERE.contains(status) ? operation.said().path("responses").path("default") : answer;
    }

    private void checkBody(JsonNode content, Exchange exchange, List<String> faults) {
        if (exchange.method().equals("HEAD") || WITHOUT_BODY.contains(exchange.status()) || content.isMissingNode()) {
            if (exchange.body() != null && !exchange.body().isEmpty()) {
                faults.add("a body is not described: " + exchange.body());
            }
            return;
        }
        String type = exchange.mediaType();
        if ("?0".equals(exchange.header("upload-complete"))) {
            return; // An upload that was only begun has no body yet: draft-ietf-httpbis-resumable-upload.
        }
        JsonNode form = content.has(type) ? content.path(type) : content.path("*/*");
        if (type == null || form.isMissingNode()) {
            faults.add("answered as " + type + ", described as " + content.properties().stream().map(Map.Entry::getKey).toList());
        } else if (Exchange.isJson(type)) {
            answers.misfits(form.path("schema"), exchange.body())
                    .forEach(misfit -> faults.add(misfit + " in " + exchange.body()));
        }
    }

    /** A tile's path has slashes in it. */
    private static Pattern pattern(String template) {
        StringBuilder pattern = new StringBuilder();
        Matcher parameters = PARAMETER.matcher(template);
        int from = 0;
        while (parameters.find()) {
            pattern.append(Pattern.quote(template.substring(from, parameters.start())))
                    .append(parameters.group(1).equals("tile") ? ".+" : "[^/]+");
            from = parameters.end();
        }
        return Pattern.compile(pattern + Pattern.quote(template.substring(from)));
    }
}
