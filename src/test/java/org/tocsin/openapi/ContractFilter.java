package org.tocsin.openapi;

import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Fails a test whose request is answered otherwise than docs/openapi.yaml says. With -Dtocsin.contract.record=FILE what is wrong is
 * written to that file instead, so that one run finds all of it.
 */
final class ContractFilter implements Filter {

    private static final String RECORD = System.getProperty("tocsin.contract.record");
    private static final ContractCheck CHECK = new ContractCheck(Description.committed());

    @Override
    public Response filter(FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Response answer = context.next(request, expected);
        List<String> faults = CHECK.faults(exchange(request, answer));
        if (!faults.isEmpty()) {
            tell(faults);
        }
        return answer;
    }

    private static Exchange exchange(FilterableRequestSpecification request, Response answer) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (Header header : answer.headers()) {
            headers.computeIfAbsent(header.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>()).add(header.getValue());
        }
        Exchange head = new Exchange(request.getMethod(), path(request.getURI()), sent(request), answer.statusCode(), headers, null);
        return Exchange.isJson(head.mediaType())
                ? new Exchange(head.method(), head.path(), head.sent(), head.status(), headers, answer.asString())
                : head;
    }

    /** Also of an address that is none: what tests send is not always one. */
    private static String path(String address) {
        return address.replaceFirst("^https?://[^/?#]*", "").replaceFirst("[?#].*$", "");
    }

    private static String sent(FilterableRequestSpecification request) {
        if (request.getContentType() == null || !request.getContentType().startsWith("application/json")) {
            return null;
        }
        Object body = request.getBody();
        return body instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : body instanceof String text ? text : null;
    }

    private static void tell(List<String> faults) {
        if (RECORD == null) {
            throw new AssertionError("Not as docs/openapi.yaml says:\n" + String.join("\n", faults));
        }
        try {
            Files.write(Path.of(RECORD), faults, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
