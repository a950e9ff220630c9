package org.tocsin.web.openapi;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;

/** Finds what the description calls a class: as its {@link Schema} says, else by its own name. */
final class SchemaName {

    private static final DotName SCHEMA = DotName.createSimple(Schema.class);

    private SchemaName() {
    }

    static String of(ClassInfo type) {
        return Optional.ofNullable(type.declaredAnnotation(SCHEMA)).map(said -> said.value("name")).map(name -> name.asString())
                .orElse(type.simpleName());
    }
}
