package org.tocsin.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An operation as the API description has it.
 *
 * @param path       with its parameters in braces
 * @param parameters in path, query and headers
 * @param bodies     an example for each media type that it takes; missing where the description has none
 * @param roles      who may call it
 * @param answers    the media types of each status; none where the answer has no body
 */
record ApiOperation(String method, String path, List<Parameter> parameters, Map<String, JsonNode> bodies, Map<Integer, Set<String>> answers, List<String> roles) {

    /** Stands for the refusals that any address may answer with. */
    static final int ANY_REFUSAL = 0;

    /** @param in path, query or header */
    record Parameter(String in, String name) {
    }

    List<String> names(String in) {
        return parameters.stream().filter(parameter -> parameter.in().equals(in)).map(Parameter::name).toList();
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
