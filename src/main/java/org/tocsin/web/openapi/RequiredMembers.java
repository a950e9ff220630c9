package org.tocsin.web.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/**
 * Declares the members that an answer always has: the components of its record that are not {@link Nullable}. What is null is
 * left out of answers, so a member is there or it is not. Schemas that a request has too say it themselves.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class RequiredMembers implements OASFilter {

    private static final String OURS = "org.tocsin";
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName IGNORED = DotName.createSimple("com.fasterxml.jackson.annotation.JsonIgnore");
    private static final DotName PROPERTY = DotName.createSimple("com.fasterxml.jackson.annotation.JsonProperty");
    private static final DotName UNWRAPPED = DotName.createSimple("com.fasterxml.jackson.annotation.JsonUnwrapped");

    private final IndexView classes;

    public RequiredMembers(IndexView classes) {
        this.classes = classes;
    }

    @Override
    public void filterOpenAPI(OpenAPI description) {
        Map<String, Schema> schemas = description.getComponents().getSchemas();
        Set<String> sent = SentSchemas.of(description);
        schemas.forEach((name, schema) -> {
            if (!sent.contains(name) && schema.getProperties() != null) {
                record(name, schema.getProperties().keySet()).ifPresent(type -> require(schema, type));
            }
        });
    }

    private void require(Schema schema, ClassInfo type) {
        Set<String> always = new TreeSet<>();
        components(type).filter(component -> !isNullable(component)).forEach(component -> always.add(name(component)));
        List<String> required = schema.getProperties().keySet().stream().filter(always::contains).toList();
        schema.setRequired(required.isEmpty() ? null : required);
    }

    private Optional<ClassInfo> record(String schema, Set<String> members) {
        return classes.getKnownClasses().stream()
                .filter(type -> type.isRecord() && type.name().toString().startsWith(OURS) && isNamed(schema, type))
                .filter(type -> components(type).map(RequiredMembers::name).allMatch(members::contains))
                .findFirst();
    }

    private Stream<RecordComponentInfo> components(ClassInfo type) {
        return type.recordComponentsInDeclarationOrder().stream().filter(component -> !component.accessor().hasAnnotation(IGNORED)).flatMap(component -> component.accessor().hasAnnotation(UNWRAPPED)
                ? components(classes.getClassByName(component.type().name()))
                : Stream.of(component));
    }

    private static boolean isNullable(RecordComponentInfo component) {
        return component.type().hasAnnotation(NULLABLE);
    }

    /** A generic record has a schema for each of its uses, named after both. */
    private static boolean isNamed(String schema, ClassInfo type) {
        return type.typeParameters().isEmpty() ? schema.equals(SchemaName.of(type)) : schema.startsWith(SchemaName.of(type));
    }

    private static String name(RecordComponentInfo component) {
        return named(component.accessor().annotation(PROPERTY), "value").orElse(component.name());
    }

    private static Optional<String> named(AnnotationInstance annotation, String member) {
        return Optional.ofNullable(annotation).map(found -> found.value(member)).map(value -> value.asString()).filter(name -> !name.isEmpty());
    }
}
