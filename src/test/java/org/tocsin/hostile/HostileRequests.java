package org.tocsin.hostile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.tocsin.hostile.Shot.Part;

/** Makes hostile requests from the operations of the API description: a sound request of a random caller, spoiled in one to three ways. */
final class HostileRequests {

    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "get", "PROPFIND", "X");

    private final Random random;
    private final List<ApiOperation> operations;
    private final Known known;
    private int made;

    /** @param known what a sound request names */
    HostileRequests(Random random, List<ApiOperation> operations, Known known) {
        this.random = random;
        this.operations = operations;
        this.known = known;
    }

    /** Each operation in turn, so that none is left out. */
    Shot next() {
        ApiOperation operation = operations.get(made++ % operations.size());
        String marker = "zq" + Long.toString(random.nextLong() & Long.MAX_VALUE, 36);
        Set<Part> spoiled = EnumSet.noneOf(Part.class);
        RawRequest request = sound(operation);
        for (int i = random.nextInt(3); i >= 0; i--) {
            Part part = part(operation);
            request = spoil(part, operation, request, marker);
            spoiled.add(part);
        }
        return new Shot(operation, request.method(), bytes(request, spoiled), marker, spoiled);
    }

    private RawRequest sound(ApiOperation operation) {
        String path = operation.path();
        for (String name : operation.names("path")) {
            path = path.replace("{" + name + "}", known.value(operation, name));
        }
        RawRequest request = RawRequest.of(operation.method(), path).with("Authorization", "Bearer " + known.token(random, operation));
        if (operation.names("header").contains("If-Match") && random.nextBoolean()) {
            request = request.with("If-Match", "*");
        }
        if (operation.bodies().isEmpty()) {
            return request;
        }
        String type = pick(List.copyOf(operation.bodies().keySet()));
        return request.with("Content-Type", type).carrying(HostileJson.sound(operation.bodies().get(type)));
    }

    private Part part(ApiOperation operation) {
        int choice = random.nextInt(100);
        if (choice < 30 && !operation.bodies().isEmpty()) {
            return Part.BODY;
        }
        if (choice < 45 && !operation.names("path").isEmpty()) {
            return Part.PATH;
        }
        // A parameter that is not known is refused before anything else is looked at.
        boolean query = !operation.names("query").isEmpty() || random.nextInt(6) == 0;
        return choice < 62 && query ? Part.QUERY : choice < 84 ? Part.HEADERS : choice < 89 ? Part.METHOD : choice < 94 ? Part.CALLER : Part.WIRE;
    }

    private RawRequest spoil(Part part, ApiOperation operation, RawRequest request, String marker) {
        return switch (part) {
            case METHOD -> new RawRequest(pick(METHODS), request.target(), request.headers(), request.body());
            case PATH -> request.to(path(operation, marker) + query(request));
            case QUERY -> request.to(request.target() + (request.target().contains("?") ? "&" : "?") + parameters(operation, marker));
            case HEADERS -> HostileHeaders.spoiled(random, request, names(operation, request), marker);
            case BODY -> request.carrying(body(operation, marker));
            case CALLER -> random.nextBoolean() ? request.without("Authorization")
                    : request.without("Authorization").with("Authorization", "Bearer " + known.anyToken(random));
            case WIRE -> request;
        };
    }

    private String path(ApiOperation operation, String marker) {
        String path = operation.path();
        for (String name : operation.names("path")) {
            String value = random.nextInt(3) == 0 ? known.value(operation, name) : HostileText.inAddress(random, HostileText.any(random, marker));
            path = path.replace("{" + name + "}", value);
        }
        return path;
    }

    private static String query(RawRequest request) {
        int question = request.target().indexOf('?');
        return question < 0 ? "" : request.target().substring(question);
    }

    private String parameters(ApiOperation operation, String marker) {
        List<String> names = operation.names("query");
        List<String> pairs = new ArrayList<>();
        for (int i = random.nextInt(20) == 0 ? 50 : random.nextInt(2); i >= 0; i--) {
            String name = names.isEmpty() || random.nextInt(20) == 0 ? HostileText.inAddress(random, HostileText.any(random, marker)) : pick(names);
            pairs.add(random.nextInt(15) == 0 ? name : name + "=" + HostileText.inAddress(random, HostileText.any(random, marker)));
        }
        return String.join(random.nextInt(20) == 0 ? ";" : "&", pairs);
    }

    /** Those that the operation reads, and those that are there. */
    private static List<String> names(ApiOperation operation, RawRequest request) {
        List<String> names = new ArrayList<>(operation.names("header"));
        request.headers().stream().map(RawRequest.Header::name).filter(name -> !name.equals("Content-Length")).forEach(names::add);
        return names;
    }

    private byte[] body(ApiOperation operation, String marker) {
        if (random.nextInt(200) == 0) {
            return "x".repeat(3 * 1024 * 1024).getBytes(StandardCharsets.US_ASCII);
        }
        String type = operation.bodies().isEmpty() ? "" : pick(List.copyOf(operation.bodies().keySet()));
        if (type.equals("text/csv") || type.equals("text/plain")) {
            return ("ref,name,kind\r\n" + HostileText.any(random, marker) + "," + HostileText.any(random, marker) + ",\"" + HostileText.any(random, marker))
                    .getBytes(random.nextBoolean() ? StandardCharsets.UTF_8 : StandardCharsets.UTF_16);
        }
        return HostileJson.spoiled(random, operation.bodies().getOrDefault(type, com.fasterxml.jackson.databind.node.MissingNode.getInstance()), marker);
    }

    private byte[] bytes(RawRequest request, Set<Part> spoiled) {
        if (spoiled.contains(Part.WIRE)) {
            return HostileWire.written(random, request);
        }
        return request.body() != null && !request.has("Transfer-Encoding") && random.nextInt(6) == 0 ? HostileWire.chunked(random, request) : request.bytes();
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
