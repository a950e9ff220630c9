package org.tocsin.web.openapi;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Finds the names of all schemas that some request's body holds. */
final class SentSchemas {

    private static final String COMPONENT = "#/components/schemas/";

    private final Map<String, Schema> schemas;
    private final Set<String> found = new HashSet<>();

    private SentSchemas(Map<String, Schema> schemas) {
        this.schemas = schemas;
    }

    static Set<String> of(OpenAPI description) {
        SentSchemas sent = new SentSchemas(description.getComponents().getSchemas());
        description.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .map(Operation::getRequestBody)
                .filter(body -> body != null && body.getContent() != null)
                .flatMap(body -> body.getContent().getMediaTypes().values().stream())
                .map(MediaType::getSchema)
                .forEach(sent::follow);
        return sent.found;
    }

    private void follow(Schema schema) {
        if (schema == null) {
            return;
        }
        if (schema.getRef() != null) {
            String name = schema.getRef().replace(COMPONENT, "");
            if (found.add(name)) {
                follow(schemas.get(name));
            }
        }
        below(schema).forEach(this::follow);
    }

    private static Stream<Schema> below(Schema schema) {
        Stream<Schema> single = Stream.of(schema.getItems(), schema.getAdditionalPropertiesSchema(), schema.getNot()).filter(Objects::nonNull);
        Stream<Schema> many = Stream.of(schema.getAllOf(), schema.getAnyOf(), schema.getOneOf())
                .filter(Objects::nonNull).flatMap(Collection::stream);
        Stream<Schema> members = schema.getProperties() == null ? Stream.empty() : schema.getProperties().values().stream();
        return Stream.concat(single, Stream.concat(many, members));
    }
}
