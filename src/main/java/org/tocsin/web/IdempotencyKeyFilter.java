package org.tocsin.web;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.tocsin.problem.Problem;

/**
 * Refuses an Idempotency-Key that would be passed over: its sender would believe that a repeat changes nothing. Which operations
 * take one is what their own declaration says, as the API description has it.
 */
class IdempotencyKeyFilter {

    private final Map<Method, Boolean> takes = new ConcurrentHashMap<>();

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION + 50)
    void check(ContainerRequestContext request, ResourceInfo operation) {
        if (request.getHeaders().containsKey(IdempotencyKey.HEADER) && Paths.isForMachines(request.getUriInfo().getPath())
                && !takes.computeIfAbsent(operation.getResourceMethod(), IdempotencyKeyFilter::declares)) {
            throw new Problem(400, "idempotency-key-not-taken", "No Idempotency-Key here",
                    "This operation takes no Idempotency-Key, so that a repeat could act twice. Nothing was done. Send it without one.");
        }
    }

    static boolean declares(Method operation) {
        return Stream.of(operation.getAnnotationsByType(org.eclipse.microprofile.openapi.annotations.parameters.Parameter.class))
                        .anyMatch(said -> said.in() == ParameterIn.HEADER && said.name().equals(IdempotencyKey.HEADER))
                || Stream.of(operation.getParameters()).anyMatch(IdempotencyKeyFilter::isKey);
    }

    private static boolean isKey(Parameter parameter) {
        HeaderParam header = parameter.getAnnotation(HeaderParam.class);
        return header != null && header.value().equals(IdempotencyKey.HEADER);
    }
}
