package org.tocsin.web;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;

/** What an address knows besides the method that was tried: a 405 must say so (RFC 9110 section 15.5.6), and the framework's does not. */
final class AllowedMethods {

    private AllowedMethods() {
    }

    /** Several resources may begin with the same path: all of them are asked. */
    static SortedSet<String> at(String path) {
        var resources = new RequestMapper<>(ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers());
        return Stream.iterate(resources.map(path), Objects::nonNull, match -> resources.continueMatching(path, match))
                .flatMap(AllowedMethods::methods)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> methods(RequestMapper.RequestMatch<InitialMatch> match) {
        String rest = match.remaining.isEmpty() ? "/" : match.remaining;
        return Stream.of(match.value.handlers)
                .filter(ClassRoutingHandler.class::isInstance)
                .flatMap(handler -> ((ClassRoutingHandler) handler).getMappers().entrySet().stream())
                .filter(mapper -> Objects.nonNull(mapper.getKey()) && mapper.getValue().map(rest) != null)
                .map(mapper -> mapper.getKey());
    }
}
